package org.mailwain.presenters.reports;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailwain.report.Figures;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.NoteKind;
import org.mailwain.report.ReportedItem;

/**
 * Which of the listed items are shown.
 *
 * @param mailbox number of the one whose items are shown, 0 for all
 * @param folder place of the one folder in the mailbox's sheets, -1 for all
 * @param kinds of which an item has one; empty takes all
 * @param text that stands in subject, sender, Message-ID or folder, whatever its case; empty takes all
 */
public record ItemQuery(int mailbox, int folder, Set<NoteKind> kinds, String text) {
    /** Every item that the report lists. */
    public static final ItemQuery ALL = new ItemQuery(0, -1, Set.of(), "");

    public ItemQuery {
        Objects.requireNonNull(text);
        kinds = Set.copyOf(kinds);
    }

    /** Kinds at which a person must look. */
    public static Set<NoteKind> needingPerson() {
        return EnumSet.allOf(NoteKind.class).stream()
                .filter(NoteKind::needsPerson)
                .collect(Collectors.toUnmodifiableSet());
    }

    public ItemQuery ofKinds(Set<NoteKind> only) {
        return new ItemQuery(mailbox, folder, only, text);
    }

    public ItemQuery with(String words) {
        return new ItemQuery(mailbox, folder, kinds, words.strip());
    }

    /** The same wishes at another place of the report. */
    public ItemQuery at(int otherMailbox, int otherFolder) {
        return new ItemQuery(otherMailbox, otherFolder, kinds, text);
    }

    boolean takesAll() {
        return kinds.isEmpty() && text.isEmpty();
    }

    /** Whether any item can be meant, by the sums alone. */
    boolean mayBeIn(Figures figures) {
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> figures.noted(kind) > 0);
    }

    boolean mayBeIn(FolderSheet sheet) {
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> sheet.noted(kind) > 0);
    }

    boolean takes(ReportedItem item) {
        return (kinds.isEmpty() || item.kinds().stream().anyMatch(kinds::contains))
                && (text.isEmpty()
                        || holds(item.subject())
                        || holds(item.sender())
                        || holds(item.messageId())
                        || holds(item.folder().toString()));
    }

    private boolean holds(String some) {
        return some.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
