package org.mailwain.engine.internal.verify;

import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.engine.FolderVerdict;

/**
 * What of the messages is compared.
 *
 * @param content every message as a whole: by its SHA-256, or by what its parts decode to
 * @param decoded whether by the latter, since the target rewrites messages
 * @param weakContent that of messages whose header does not tell them from others
 * @param sizes whether listed sizes are exact on both sides
 */
record Depths(boolean content, boolean decoded, boolean weakContent, boolean sizes) {
    /** @param asked whether the content of all messages is asked for */
    static Depths of(boolean asked, Traits source, Traits target) {
        boolean bytes = target.bytes() == Fidelity.EXACT;
        boolean sizes = source.size() == Fidelity.EXACT && target.size() == Fidelity.EXACT;
        return new Depths(asked, asked && !bytes, bytes, sizes);
    }

    FolderVerdict.Proof proof() {
        if (content) {
            return decoded ? FolderVerdict.Proof.PARTS : FolderVerdict.Proof.CONTENT;
        }
        return sizes ? FolderVerdict.Proof.SIZE : FolderVerdict.Proof.IDENTITY;
    }
}
