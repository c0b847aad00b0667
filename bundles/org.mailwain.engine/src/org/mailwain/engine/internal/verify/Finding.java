package org.mailwain.engine.internal.verify;

import java.time.Instant;
import java.util.HexFormat;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.engine.Difference;
import org.mailwain.engine.EngineFailure;

/** A difference on its way to whoever listens, until the ledger and the subject are known. */
final class Finding {
    private final Entry source;
    private final Entry target;
    private final String had;
    private final String has;
    private Difference.Kind kind;
    private Failure reason;
    private String subject = "";

    /** @param source null where only the target has the message, and the other way round */
    private Finding(Difference.Kind kind, Entry source, Entry target, String had, String has) {
        this.kind = kind;
        this.source = source;
        this.target = target;
        this.had = had;
        this.has = has;
    }

    static Finding alone(Difference.Kind kind, Entry source, Entry target) {
        return new Finding(kind, source, target, "", "");
    }

    /** Two messages of one identity; null where nothing that is compared differs in size and content. */
    static Finding altered(Entry source, Entry target) {
        if (source.size() != target.size()) {
            return new Finding(
                    Difference.Kind.SIZE, source, target, Long.toString(source.size()), Long.toString(target.size()));
        }
        if (source.form().length > 0 && target.form().length > 0) {
            return rewritten(source, Form.of(source.form()), target, Form.of(target.form()));
        }
        String had = HexFormat.of().formatHex(source.digest());
        String has = HexFormat.of().formatHex(target.digest());
        return had.equals(has) ? null : new Finding(Difference.Kind.CONTENT, source, target, had, has);
    }

    private static Finding rewritten(Entry source, Form had, Entry target, Form has) {
        if (had.hasSameBytes(has)) {
            return null;
        }
        boolean same = had.hasSameParts(has);
        Finding finding = new Finding(
                same ? Difference.Kind.REWRITTEN : Difference.Kind.CONTENT,
                source,
                target,
                HexFormat.of().formatHex(had.sha256()),
                HexFormat.of().formatHex(has.sha256()));
        String names = String.join(", ", had.rewrittenIn(has));
        finding.reason(
                same
                        ? EngineFailure.REWRITTEN.with(names)
                        : EngineFailure.PARTS_DIFFER.with(
                                had.parts(),
                                new Argument.Size(had.size()),
                                has.parts(),
                                new Argument.Size(has.size()),
                                names.isEmpty() ? "-" : names));
        return finding;
    }

    static Finding flags(Entry source, Entry target) {
        return source.flags().equals(target.flags())
                ? null
                : new Finding(Difference.Kind.FLAGS, source, target, source.flags(), target.flags());
    }

    /** A date that one side does not know is no other date. */
    static Finding date(Entry source, Entry target) {
        Instant had = source.date();
        Instant has = target.date();
        return had == null || has == null || had.equals(has)
                ? null
                : new Finding(Difference.Kind.DATE, source, target, had.toString(), has.toString());
    }

    Difference.Kind kind() {
        return kind;
    }

    Entry source() {
        return source;
    }

    Entry target() {
        return target;
    }

    /** The ledger tells why. */
    void explained() {
        kind = Difference.Kind.EXPLAINED;
    }

    void reason(Failure why) {
        reason = why;
    }

    String subject() {
        return subject;
    }

    void subject(String text) {
        subject = text;
    }

    Difference difference(Lane lane) {
        Entry shown = source != null ? source : target;
        return new Difference(
                kind,
                source == null ? null : lane.source(source.place()),
                lane.target(),
                source == null ? null : source.id(),
                target == null ? null : target.id(),
                subject,
                shown.shown(),
                shown.date(),
                reason,
                had,
                has);
    }
}
