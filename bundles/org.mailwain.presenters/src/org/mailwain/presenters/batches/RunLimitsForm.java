package org.mailwain.presenters.batches;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mailwain.operations.run.LimitKey;
import org.mailwain.operations.run.LimitsChange;

/** How hard a run works, as fields that a person types into. For one thread. */
public final class RunLimitsForm {
    private final Map<LimitKey, Long> now = new EnumMap<>(LimitKey.class);
    private final Map<LimitKey, String> typed = new EnumMap<>(LimitKey.class);

    /** What the run says; what was typed before is forgotten. */
    public void show(Map<LimitKey, Long> limits) {
        now.putAll(limits);
        typed.clear();
    }

    /** Another run begins, or none is at work. */
    public void forget() {
        now.clear();
        typed.clear();
    }

    /** Whether the run has said how it works. */
    public boolean isKnown() {
        return !now.isEmpty();
    }

    /** What the field shows; empty as long as the run has said nothing. */
    public String text(LimitKey key) {
        return typed.getOrDefault(key, now.containsKey(key) ? String.valueOf(now.get(key)) : "");
    }

    public void type(LimitKey key, String text) {
        if (now.containsKey(key)) {
            typed.put(key, text.strip());
        }
    }

    /** The first field whose text is no value that it may have. */
    public Optional<LimitKey> wrong() {
        return typed.entrySet().stream()
                .filter(each -> value(each.getKey(), each.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Long> value(LimitKey key, String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(key::allows);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What was typed and is another value than the run has; empty where nothing is, or something is wrong. */
    public Optional<LimitsChange> change() {
        Map<LimitKey, Long> values = new EnumMap<>(LimitKey.class);
        if (wrong().isEmpty()) {
            typed.forEach((key, text) -> value(key, text)
                    .filter(value -> !value.equals(now.get(key)))
                    .ifPresent(v -> values.put(key, v)));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new LimitsChange(values));
    }
}
