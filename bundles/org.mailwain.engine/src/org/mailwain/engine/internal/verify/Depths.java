package org.mailwain.engine.internal.verify;

import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.engine.FolderVerdict;

/**
 * What of the messages is compared.
 *
 * @param content SHA-256 of every message
 * @param weakContent that of messages whose header does not tell them from others
 * @param sizes whether listed sizes are exact on both sides
 */
record Depths(boolean content, boolean weakContent, boolean sizes) {
    /** @param asked whether the content of all messages is asked for */
    static Depths of(boolean asked, Traits source, Traits target) {
        boolean bytes = target.bytes() == Fidelity.EXACT;
        boolean sizes = source.size() == Fidelity.EXACT && target.size() == Fidelity.EXACT;
        return new Depths(asked && bytes, bytes, sizes);
    }

    FolderVerdict.Proof proof() {
        if (content) {
            return FolderVerdict.Proof.CONTENT;
        }
        return sizes ? FolderVerdict.Proof.SIZE : FolderVerdict.Proof.IDENTITY;
    }
}
