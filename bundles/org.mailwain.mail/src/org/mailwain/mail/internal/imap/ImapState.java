package org.mailwain.mail.internal.imap;

import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;

/** A folder's numbers; what was not told is -1. @param modseq 0 where the folder keeps none */
record ImapState(long validity, long next, long count, long modseq) {
    static ImapState of(FolderState state) {
        String[] words = state.value().split(" ");
        if (words.length != 4) {
            return new ImapState(-1, -1, -1, -1);
        }
        try {
            return new ImapState(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]));
        } catch (NumberFormatException e) {
            return new ImapState(-1, -1, -1, -1);
        }
    }

    FolderState state() {
        return new FolderState(validity + " " + next + " " + count + " " + modseq);
    }

    FolderStatus status() {
        return new FolderStatus(Epoch.of(validity), next, count, -1, state());
    }

    boolean hasModseq() {
        return modseq > 0;
    }

    /**
     * Without HIGHESTMODSEQ only coming and going show, by UIDNEXT and MESSAGES together. With it, a folder that grew
     * may have changed flags besides, which {@link ImapReader#changes} tells.
     */
    Growth since(ImapState before) {
        if (validity <= 0 || validity != before.validity || next <= 0 || before.next <= 0 || count < 0) {
            return Growth.LIST_AGAIN;
        }
        if (next == before.next && count == before.count && modseq == before.modseq) {
            return Growth.SAME;
        }
        boolean onlyCame = next > before.next && count - before.count == next - before.next;
        return onlyCame && !hasModseq() && !before.hasModseq() ? Growth.GROWN : Growth.LIST_AGAIN;
    }
}
