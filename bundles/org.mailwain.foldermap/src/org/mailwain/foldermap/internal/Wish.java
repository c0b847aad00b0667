package org.mailwain.foldermap.internal;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.folder.FolderMapping.Reason;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;

/**
 * Where a source folder is to go, before the target's rules for names are looked at.
 *
 * @param path empty where it goes nowhere
 * @param use to ask for where the target has no folder of it
 */
record Wish(
        Optional<FolderPath> path,
        Reason reason,
        Optional<SpecialUse> use,
        List<Failure> notes,
        Optional<Failure> conflict) {
    static Wish to(FolderPath path, Reason reason, List<Failure> notes) {
        return new Wish(Optional.of(path), reason, Optional.empty(), notes, Optional.empty());
    }

    Wish with(SpecialUse asked) {
        return new Wish(path, reason, Optional.of(asked), notes, conflict);
    }
}
