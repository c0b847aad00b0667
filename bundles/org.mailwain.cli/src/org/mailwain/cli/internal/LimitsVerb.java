package org.mailwain.cli.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.settings.Bytes;
import org.mailwain.engine.EndpointPicture;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.LimitsOperation;
import org.mailwain.operations.run.LimitKey;
import org.mailwain.operations.run.LimitsChange;
import org.mailwain.operations.run.RunLimits;
import picocli.CommandLine;

/** {@code mailwain limits}. */
@CommandLine.Command
final class LimitsVerb extends BatchVerb {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    @CommandLine.Option(names = "--mailboxes", paramLabel = "N", descriptionKey = "mailwain.limits.mailboxes")
    private Long mailboxes;

    @CommandLine.Option(
            names = "--source-connections",
            paramLabel = "N",
            descriptionKey = "mailwain.limits.connections")
    private Long sourceConnections;

    @CommandLine.Option(names = "--source-per-mailbox", paramLabel = "N", descriptionKey = "mailwain.limits.permailbox")
    private Long sourcePerMailbox;

    @CommandLine.Option(names = "--source-messages", paramLabel = "N", descriptionKey = "mailwain.limits.messages")
    private Long sourceMessages;

    @CommandLine.Option(names = "--source-bytes", paramLabel = "SIZE", descriptionKey = "mailwain.limits.bytes")
    private String sourceBytes;

    @CommandLine.Option(
            names = "--target-connections",
            paramLabel = "N",
            descriptionKey = "mailwain.limits.connections")
    private Long targetConnections;

    @CommandLine.Option(names = "--target-per-mailbox", paramLabel = "N", descriptionKey = "mailwain.limits.permailbox")
    private Long targetPerMailbox;

    @CommandLine.Option(names = "--target-messages", paramLabel = "N", descriptionKey = "mailwain.limits.messages")
    private Long targetMessages;

    @CommandLine.Option(names = "--target-bytes", paramLabel = "SIZE", descriptionKey = "mailwain.limits.bytes")
    private String targetBytes;

    @Override
    protected ExitCode work() throws FailureException {
        Map<LimitKey, Long> values = new EnumMap<>(LimitKey.class);
        boolean read = put(values, LimitKey.MAILBOXES, mailboxes)
                & put(values, LimitKey.SOURCE_CONNECTIONS, sourceConnections)
                & put(values, LimitKey.SOURCE_PER_MAILBOX, sourcePerMailbox)
                & put(values, LimitKey.SOURCE_MESSAGES, sourceMessages)
                & put(values, LimitKey.SOURCE_BYTES, bytes(sourceBytes))
                & put(values, LimitKey.TARGET_CONNECTIONS, targetConnections)
                & put(values, LimitKey.TARGET_PER_MAILBOX, targetPerMailbox)
                & put(values, LimitKey.TARGET_MESSAGES, targetMessages)
                & put(values, LimitKey.TARGET_BYTES, bytes(targetBytes));
        if (!read) {
            return ExitCode.USAGE;
        }
        BatchWork work = open();
        RunLimits limits = new LimitsOperation(work.project(), work.batch().name()).change(new LimitsChange(values));
        if (json()) {
            printJson(limits);
        } else {
            show(limits);
        }
        return ExitCode.OK;
    }

    /** @return null for nothing, -1 for what is no size */
    private static Long bytes(String text) {
        try {
            return text == null
                    ? null
                    : text.strip().equals("0") ? 0L : Bytes.parse(text).count();
        } catch (IllegalArgumentException noSize) {
            return -1L;
        }
    }

    /** @return whether the value is none, or one that may be */
    private boolean put(Map<LimitKey, Long> values, LimitKey key, Long value) {
        if (value == null) {
            return true;
        } else if (!key.allows(value)) {
            terminal().err().println(Texts.of("limits.range", key.word(), key.least(), key.most()));
            return false;
        }
        values.put(key, value);
        return true;
    }

    private void show(RunLimits limits) {
        say("limits.mailboxes", limits.mailboxes());
        Table table = new Table(
                "SIDE", "ENDPOINT", ">OPEN", ">ALLOWED", ">CONNECTIONS", ">A MAILBOX", ">MESSAGES/S", ">BYTES/S");
        row(table, "source", limits.source());
        row(table, "target", limits.target());
        table.print(terminal());
        waits(limits.source());
        waits(limits.target());
    }

    private static void row(Table table, String side, EndpointPicture picture) {
        table.row(
                side,
                picture.address(),
                picture.open(),
                picture.allowed(),
                picture.limits().connections(),
                picture.limits().connectionsPerMailbox(),
                rate(
                        picture.limits().messagesPerSecond(),
                        Texts.count(picture.limits().messagesPerSecond())),
                rate(
                        picture.limits().bytesPerSecond(),
                        Texts.size(picture.limits().bytesPerSecond())));
    }

    private static String rate(long value, String shown) {
        return value == 0 ? "-" : shown;
    }

    private void waits(EndpointPicture picture) {
        if (picture.waitingFor() != null) {
            String why = sentences().of(picture.waitingFor()).sentence();
            terminal()
                    .line(Texts.printable(
                            picture.until() == null
                                    ? Texts.of("run.waiting", picture.address(), why)
                                    : Texts.of(
                                            "run.waiting.until",
                                            picture.address(),
                                            why,
                                            TIME.format(picture.until()))));
        }
    }
}
