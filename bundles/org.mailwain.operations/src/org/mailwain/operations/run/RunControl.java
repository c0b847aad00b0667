package org.mailwain.operations.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.engine.BatchJob;
import org.mailwain.engine.Engine;
import org.mailwain.ledger.FailureJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run can be told, and how it is told: a line through the {@link ControlSocket} and the line that answers it.
 * {@code stop}; {@code retry}, then names of mailboxes, each after a tab; {@code limits}, then new values.
 */
public final class RunControl {
    private static final Logger LOG = LoggerFactory.getLogger(RunControl.class);
    private static final String STOP = "stop";
    private static final String RETRY = "retry";
    private static final String LIMITS = "limits";
    private static final String OK = "ok";
    private static final String UNKNOWN = "unknown";
    private static final String FAILED = "failed ";

    private final Engine engine;
    private final Batch batch;
    private final BatchJob job;
    private final CancelSource stop;

    public RunControl(Engine engine, Batch batch, BatchJob job, CancelSource stop) {
        this.engine = engine;
        this.batch = batch;
        this.job = job;
        this.stop = stop;
    }

    /** Answers a line. */
    public String answer(String line) {
        LOG.info("Told: {}", line);
        try {
            if (line.equals(STOP)) {
                stop.request();
                return OK;
            } else if (line.equals(RETRY) || line.startsWith(RETRY + "\t")) {
                Set<String> names = Arrays.stream(line.split("\t")).skip(1).collect(Collectors.toSet());
                return OK + " " + job.retry(names);
            } else if (line.equals(LIMITS) || line.startsWith(LIMITS + " ")) {
                return limits(line.substring(LIMITS.length()));
            }
            return UNKNOWN;
        } catch (FailureException e) {
            return FAILED + FailureJson.encode(e.failure());
        }
    }

    private synchronized String limits(String change) throws FailureException {
        Optional<LimitsChange> wanted = LimitsChange.of(change);
        if (wanted.isEmpty()) {
            return UNKNOWN;
        }
        LimitsChange values = wanted.get();
        if (values.values().containsKey(LimitKey.MAILBOXES)) {
            job.mailboxesAtOnce(values.values().get(LimitKey.MAILBOXES).intValue());
        }
        for (String side : new String[] {"source", "target"}) {
            if (values.values().keySet().stream().anyMatch(key -> key.isOf(side))) {
                var endpoint = side.equals("source") ? batch.source() : batch.target();
                engine.limit(endpoint, values.over(engine.endpoint(endpoint).limits(), side));
            }
        }
        return new RunLimits(job.mailboxesAtOnce(), engine.endpoint(batch.source()), engine.endpoint(batch.target()))
                .encode();
    }

    /** @return whether a run took it */
    public static boolean stop(RunFolder run) {
        return ControlSocket.send(run, STOP).isPresent();
    }

    /**
     * @param mailboxes labels; none means all
     * @return how many mailboxes went into the queue at once, or empty where no run listens
     */
    public static Optional<Integer> retry(RunFolder run, Set<String> mailboxes) throws FailureException {
        String line = mailboxes.isEmpty() ? RETRY : RETRY + "\t" + String.join("\t", mailboxes);
        Optional<String> answer = ControlSocket.send(run, line);
        refuse(answer);
        return answer.filter(text -> text.startsWith(OK + " "))
                .map(text -> Integer.parseInt(text.substring(OK.length() + 1)));
    }

    /** @return how the run works from now on, or empty where none listens */
    public static Optional<RunLimits> limits(RunFolder run, LimitsChange change) throws FailureException {
        Optional<String> answer = ControlSocket.send(run, (LIMITS + " " + change.line()).strip());
        refuse(answer);
        return answer.flatMap(RunLimits::decode);
    }

    private static void refuse(Optional<String> answer) throws FailureException {
        if (answer.isPresent() && answer.get().startsWith(FAILED)) {
            throw new FailureException(FailureJson.decode(answer.get().substring(FAILED.length())));
        }
    }
}
