package org.mailwain.api.folder;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;

/**
 * Where one source folder goes, and why.
 *
 * @param target empty where a rule leaves the folder out or nothing could be made of its name
 * @param use the use to ask for when the target folder is made
 * @param notes codes and arguments: renamed because, merged with, case changed; the texts belong to the mapper
 * @param conflict present where the folder cannot be brought over
 */
public record FolderMapping(
        Folder source,
        Optional<FolderPath> target,
        Optional<SpecialUse> use,
        Reason reason,
        List<Failure> notes,
        Optional<Failure> conflict) {
    public enum Reason {
        SAME_NAME,
        SPECIAL_USE,
        KNOWN_NAME,
        RULE,
        /** The name had to change for the target. */
        RENAMED,
        LEFT_OUT
    }

    public FolderMapping {
        notes = List.copyOf(notes);
    }
}
