package org.mailwain.engine.internal.verify;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.engine.internal.job.Reporter;
import org.mailwain.ledger.FolderLedger;

/** A folder of one side as it is listed and read. Used by one thread at a time. */
final class Place {
    private final int number;
    private final FolderPath path;
    private final Lane lane;
    private final Taking taking;
    private final FolderLedger ledger;
    private final Reporter.Tally tally;
    private Epoch epoch;
    private int listing;
    private boolean listed;
    private long items;
    private long bytes;

    /**
     * @param ledger of a source folder on its way to the lane, or null
     * @param tally hears of what is read, or null
     */
    Place(int number, FolderPath path, Lane lane, Taking taking, FolderLedger ledger, Reporter.Tally tally) {
        this.number = number;
        this.path = path;
        this.lane = lane;
        this.taking = taking;
        this.ledger = ledger;
        this.tally = tally;
    }

    int number() {
        return number;
    }

    FolderPath path() {
        return path;
    }

    Lane lane() {
        return lane;
    }

    Taking taking() {
        return taking;
    }

    Reporter.Tally tally() {
        return tally;
    }

    /** A listing begins: what an earlier one found is forgotten. */
    void begin(FolderStatus status) {
        epoch = status.epoch();
        listing++;
        items = 0;
        bytes = 0;
    }

    /** Which listing counts. */
    int listing() {
        return listing;
    }

    /** The ledger of the items that were listed, or null where there is none or it speaks of others. */
    FolderLedger ledger() throws FailureException {
        return ledger != null && epoch != null && epoch.equals(ledger.record().sourceEpoch()) ? ledger : null;
    }

    void add(long size) {
        items++;
        bytes += Math.max(0, size);
    }

    void vanished() {
        items--;
    }

    void listed() {
        listed = true;
        if (tally != null) {
            tally.started(items, bytes);
        }
    }

    boolean isListed() {
        return listed;
    }

    long items() {
        return items;
    }

    long bytes() {
        return bytes;
    }
}
