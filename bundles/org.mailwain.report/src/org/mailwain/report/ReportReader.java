package org.mailwain.report;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailwain.api.failure.FailureException;
import org.mailwain.report.MailboxSheet.ItemsFile;
import org.mailwain.report.internal.json.ReportFile;

/**
 * Reads a report's folder, also one of another machine, piece by piece: no call holds more than it returns. Nothing in
 * it is trusted; whether it is as it was written says {@link Manifest}. Thread-safe; every failure is a
 * {@link ReportFailure}.
 */
public final class ReportReader {
    private static final String REPORT = "report.json";
    private static final String NOT_INSIDE = "no plain file in the folder of the report";

    private final Path folder;
    private final Report report;

    private ReportReader(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    /** @throws FailureException no report, damaged, made by a newer version */
    public static ReportReader open(Path folder) throws FailureException {
        if (!Files.isRegularFile(folder.resolve(REPORT))) {
            throw ReportFailure.NOT_A_REPORT.raise(folder.toString());
        }
        return new ReportReader(folder, file(folder).head());
    }

    private static ReportFile file(Path folder) {
        return new ReportFile(folder.resolve(REPORT), REPORT);
    }

    public Report report() {
        return report;
    }

    /** Every mailbox with its folders, in the order of the batch, until the sink returns false. */
    public void mailboxes(Predicate<? super MailboxSheet> sink) throws FailureException {
        file(folder).mailboxes(sink);
    }

    /** @param number from 1 */
    public Optional<MailboxSheet> mailbox(int number) throws FailureException {
        List<MailboxSheet> found = new ArrayList<>(1);
        mailboxes(mailbox -> {
            if (mailbox.number() == number) {
                found.add(mailbox);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    /** Items that were not plainly copied, in the order of the folders, until the sink returns false. */
    public void items(MailboxSheet mailbox, Predicate<? super ReportedItem> sink) throws FailureException {
        if (mailbox.items().count() > 0) {
            itemsFile(mailbox.items()).items(0, sink);
        }
    }

    /**
     * A piece of the items, found without reading those before it.
     *
     * @param from 0 is the first of the mailbox; a folder's first is {@link FolderSheet#firstItem()}
     * @param count at most so many
     */
    public List<ReportedItem> items(MailboxSheet mailbox, long from, int count) throws FailureException {
        List<ReportedItem> page = new ArrayList<>();
        if (count > 0) {
            items(mailbox.items(), from, item -> {
                page.add(item);
                return page.size() < count;
            });
        }
        return page;
    }

    /**
     * The items from one on, found without reading those before it, one by one until the sink returns false.
     *
     * @param items of a mailbox, from its sheet
     * @param from 0 is the first of the mailbox; where there is none, the sink gets nothing
     */
    public void items(ItemsFile items, long from, Predicate<? super ReportedItem> sink) throws FailureException {
        if (from < 0
                || from >= items.count()
                || from / ItemsFile.STEP >= items.offsets().size()) {
            return;
        }
        long[] at = {from - from % ItemsFile.STEP};
        itemsFile(items)
                .items(
                        items.offsets().get((int) (from / ItemsFile.STEP)),
                        item -> at[0]++ < from || sink.test(item) && at[0] < items.count());
    }

    /** A name from the report leads to a file in its folder, or to a failure. */
    private ReportFile itemsFile(ItemsFile items) throws FailureException {
        return new ReportFile(inside(folder, items.name()), items.name());
    }

    static Path inside(Path folder, String name) throws FailureException {
        try {
            Path top = folder.toAbsolutePath().normalize();
            Path file = top.resolve(name).normalize();
            if (!name.isEmpty() && file.startsWith(top) && isPlain(top, file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new FailureException(ReportFailure.DAMAGED.with(REPORT, name, NOT_INSIDE), e);
        }
        throw ReportFailure.DAMAGED.raise(REPORT, name, NOT_INSIDE);
    }

    /** Without a link on the way. */
    private static boolean isPlain(Path top, Path file) {
        for (Path path = file; !path.equals(top); path = path.getParent()) {
            if (Files.isSymbolicLink(path) || path.equals(file) && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return !file.equals(top);
    }
}
