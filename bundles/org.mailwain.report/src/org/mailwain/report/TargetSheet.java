package org.mailwain.report;

import org.mailwain.api.mail.FolderPath;

/** What stands in one target folder, and whose it is. Shared by all source folders that lead there. */
public record TargetSheet(FolderPath folder, TargetCounts counts, Balance balance) {
    /**
     * @param standing items that the server counted at the end of the last pass; -1 not looked at
     * @param ours of them, those that we appended
     * @param alreadyThere of them, those that a source item was recognised in
     * @param notOurs of them, those that no source item stands for
     */
    public record TargetCounts(long standing, long ours, long alreadyThere, long notOurs) {
        /** The sum of no folder. */
        public static final TargetCounts NOTHING = new TargetCounts(-1, 0, 0, 0);

        public boolean looked() {
            return standing >= 0;
        }

        /** Standing items that nobody answers for; negative where more are claimed than stand there. */
        public long open() {
            return standing - ours - alreadyThere - notOurs;
        }

        /** The sum; what was not looked at is left out. */
        public TargetCounts plus(TargetCounts other) {
            if (!looked() || !other.looked()) {
                return looked() ? this : other.looked() ? other : NOTHING;
            }
            return new TargetCounts(
                    standing + other.standing,
                    ours + other.ours,
                    alreadyThere + other.alreadyThere,
                    notOurs + other.notOurs);
        }
    }
}
