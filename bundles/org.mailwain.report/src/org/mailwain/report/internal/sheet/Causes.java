package org.mailwain.report.internal.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.report.Cause;
import org.mailwain.report.NoteKind;

/** Groups what is listed by its reason. Bounded by the number of codes. */
final class Causes {
    private static final Comparator<Cause> GRAVEST = Comparator.comparing(
                    Cause::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(cause -> -cause.items() - cause.mailboxes())
            .thenComparing(Cause::code);

    private record Key(NoteKind kind, String code) {}

    private final Map<Key, Cause> found = new LinkedHashMap<>();

    void mailbox(Failure failure, FailureTexts.Text text, int mailbox) {
        add(new Cause(null, failure, text.sentence(), text.advice(), true, 0, 1, List.of(mailbox)));
    }

    /** @param failure null where the kind itself is the reason */
    void item(NoteKind kind, Failure failure, FailureTexts.Text text, int mailbox) {
        add(new Cause(kind, failure, text.sentence(), text.advice(), true, 1, 1, List.of(mailbox)));
    }

    /** Of other mailboxes, or one more of the mailbox named last. */
    void add(Cause cause) {
        found.merge(new Key(cause.kind(), cause.code()), cause, Causes::join);
    }

    private static Cause join(Cause first, Cause second) {
        List<Integer> mailboxes = first.first();
        boolean same = mailboxes.getLast().equals(second.first().getLast());
        if (!same && mailboxes.size() < Cause.NAMED) {
            mailboxes = new ArrayList<>(mailboxes);
            mailboxes.addAll(second.first());
        }
        return new Cause(
                first.kind(),
                first.example(),
                first.sentence(),
                first.advice(),
                first.alike() && second.alike() && first.sentence().equals(second.sentence()),
                first.items() + second.items(),
                same ? first.mailboxes() : first.mailboxes() + second.mailboxes(),
                mailboxes);
    }

    List<Cause> all() {
        return found.values().stream().sorted(GRAVEST).toList();
    }
}
