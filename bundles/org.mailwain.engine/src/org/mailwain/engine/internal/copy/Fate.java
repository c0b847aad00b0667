package org.mailwain.engine.internal.copy;

import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;

/**
 * An item of which at least one append was not answered. Each unanswered append may show up on the target, soon, late or
 * never; the first that does is the item's copy, any other is surplus. Confined to the thread that writes.
 */
final class Fate {
    private final Intent.Item item;
    private final FolderLedger ledger;
    private Cargo cargo;
    private int unanswered;
    private boolean resolved;
    private ItemId stands;

    /** @param cargo null where an earlier run sent it */
    Fate(Intent.Item item, FolderLedger ledger, Cargo cargo) {
        this.item = item;
        this.ledger = ledger;
        this.cargo = cargo;
    }

    Intent.Item item() {
        return item;
    }

    ItemId id() {
        return item.id();
    }

    FolderLedger ledger() {
        return ledger;
    }

    Cargo cargo() {
        return cargo;
    }

    void cargo(Cargo again) {
        cargo = again;
    }

    void unanswered() {
        unanswered++;
    }

    /** One of the unanswered appends was found. */
    void found() {
        unanswered--;
    }

    /** Whether a copy of it may still show up. */
    boolean isOpen() {
        return unanswered > 0;
    }

    /** Whether the item stands on the target, by this append or another. */
    boolean isResolved() {
        return resolved;
    }

    /** @param at the target's item that stands for it, null where the server did not say */
    void resolve(ItemId at) {
        resolved = true;
        stands = at;
    }

    /** Whether this is the copy that counts, which is never surplus. */
    boolean standsAt(ItemId id) {
        return id.equals(stands);
    }
}
