package org.mailwain.presenters.endpoints;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.provider.ProbeSink.Step;
import org.mailwain.operations.Sentences;

/** The steps of a connection test as they come. For one thread. */
public final class ConnectionTest {
    private static final Pattern FINGERPRINT = Pattern.compile("(?:\\p{XDigit}{2}:?){31}\\p{XDigit}{2}");

    /** How far a step is. */
    public enum State {
        WAITING,
        RUNNING,
        PASSED,
        FAILED,
        /** A person did not wait for it. */
        STOPPED,
        SKIPPED
    }

    /** @param text what was found, or what went wrong */
    public record Line(Step step, State state, String text) {}

    private final Map<Step, Line> lines = new EnumMap<>(Step.class);
    private final Sentences sentences;
    private String fingerprint;
    private boolean running;

    public ConnectionTest(Sentences sentences) {
        this.sentences = sentences;
    }

    /** All steps, in order. */
    public List<Line> lines() {
        List<Line> all = new ArrayList<>();
        for (Step step : Step.values()) {
            all.add(lines.getOrDefault(step, new Line(step, State.WAITING, "")));
        }
        return all;
    }

    public boolean isRunning() {
        return running;
    }

    public void begin() {
        lines.clear();
        fingerprint = null;
        running = true;
        put(Step.RESOLVE, State.RUNNING, "");
    }

    public void passed(Step step, List<Argument> findings) {
        skipBefore(step);
        put(
                step,
                State.PASSED,
                String.join(
                        ", ",
                        findings.stream()
                                .map(sentences::shown)
                                .filter(text -> !text.isBlank())
                                .toList()));
        findings.stream().map(sentences::shown).forEach(this::look);
        if (step.ordinal() + 1 < Step.values().length) {
            put(Step.values()[step.ordinal() + 1], State.RUNNING, "");
        }
    }

    public void failed(Step step, Failure failure) {
        skipBefore(step);
        var text = sentences.of(failure);
        put(step, State.FAILED, (text.sentence() + " " + text.advice()).strip());
        failure.arguments().stream().map(sentences::shown).forEach(this::look);
    }

    /** What kept the test itself from being made. */
    public void broken(Failure failure) {
        Step at = running().orElse(Step.RESOLVE);
        failed(at, failure);
    }

    /** After the last step: what was not reached was not tried. */
    public void end() {
        running = false;
        running().ifPresent(step -> lines.remove(step));
    }

    /** After a cancel. */
    public void stopped() {
        running().ifPresent(step -> put(step, State.STOPPED, ""));
        end();
    }

    private Optional<Step> running() {
        return lines.values().stream()
                .filter(line -> line.state() == State.RUNNING)
                .map(Line::step)
                .findFirst();
    }

    /** A server without TLS has no such step. */
    private void skipBefore(Step step) {
        for (Line line : List.copyOf(lines.values())) {
            if (line.state() == State.RUNNING && line.step() != step) {
                put(line.step(), State.SKIPPED, "");
            }
        }
    }

    private void put(Step step, State state, String text) {
        lines.put(step, new Line(step, state, text));
    }

    private void look(String text) {
        if (FINGERPRINT.matcher(text).matches()) {
            fingerprint = text;
        }
    }

    /** SHA-256 of the certificate that the server showed, where it was told. */
    public Optional<String> fingerprint() {
        return Optional.ofNullable(fingerprint);
    }

    /** Whether the certificate is what the test failed at. */
    public boolean isCertificateRefused() {
        Line tls = lines.get(Step.TLS);
        return tls != null && tls.state() == State.FAILED && fingerprint != null;
    }

    public boolean isGood() {
        return !running
                && lines.values().stream().noneMatch(line -> line.state() == State.FAILED)
                && lines.containsKey(Step.CAPABILITIES);
    }
}
