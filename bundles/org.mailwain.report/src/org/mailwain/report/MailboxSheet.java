package org.mailwain.report;

import java.util.List;
import org.mailwain.ledger.BatchLedger.MailboxEntry;
import org.mailwain.ledger.LeftOut;

/**
 * A mailbox of a report.
 *
 * @param number its place in the batch, from 1
 * @param page its HTML page, relative to the report
 * @param leftOut source folders that the last pass did not go through, with the reason of each, in the order of paths
 * @param causes why its items are listed, and why it failed
 */
public record MailboxSheet(
        int number,
        MailboxEntry entry,
        Figures figures,
        List<FolderSheet> folders,
        List<TargetSheet> targets,
        List<LeftOut> leftOut,
        List<Cause> causes,
        ItemsFile items,
        String page) {
    private static final int ALARMS = 10;

    public MailboxSheet {
        folders = List.copyOf(folders);
        targets = List.copyOf(targets);
        leftOut = List.copyOf(leftOut);
        causes = List.copyOf(causes);
    }

    /** For those who keep many: of the folders only the first that do not balance, none that are left out, no causes, no places of items. */
    public MailboxSheet brief() {
        return new MailboxSheet(
                number,
                entry,
                figures,
                folders.stream()
                        .filter(folder -> folder.balance() == Balance.NOT_BALANCED)
                        .limit(ALARMS)
                        .toList(),
                targets.stream()
                        .filter(target -> target.balance() == Balance.NOT_BALANCED)
                        .limit(ALARMS)
                        .toList(),
                List.of(),
                List.of(),
                ItemsFile.NONE,
                page);
    }

    /**
     * Where its items stand, folder by folder in the order of the sheets.
     *
     * @param name of the file, relative to the report; empty where no item is listed
     * @param offsets of the items 0, {@link #STEP}, 2 × STEP, … in bytes
     */
    public record ItemsFile(String name, long count, List<Long> offsets) {
        public static final int STEP = 1000;
        public static final ItemsFile NONE = new ItemsFile("", 0, List.of());

        public ItemsFile {
            offsets = List.copyOf(offsets);
        }
    }
}
