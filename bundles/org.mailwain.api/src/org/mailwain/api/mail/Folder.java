package org.mailwain.api.mail;

import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;

/**
 * A folder as a session listed it.
 *
 * @param specialUse what the server says of it; never guessed from its name
 * @param selectable false for a parent that cannot hold messages
 * @param subscribed whether the user sees it in clients that show subscriptions
 * @param status what was cheaply known of its content when it was listed, or null
 * @param leftOut why the source itself leaves the folder out, whatever a batch says: it holds no mail
 */
public record Folder(
        FolderPath path,
        Set<SpecialUse> specialUse,
        boolean selectable,
        boolean subscribed,
        FolderStatus status,
        Optional<Failure> leftOut) {
    public Folder {
        specialUse = Set.copyOf(specialUse);
    }

    public Folder(
            FolderPath path, Set<SpecialUse> specialUse, boolean selectable, boolean subscribed, FolderStatus status) {
        this(path, specialUse, selectable, subscribed, status, Optional.empty());
    }

    public Folder with(FolderStatus newStatus) {
        return new Folder(path, specialUse, selectable, subscribed, newStatus, leftOut);
    }

    public Folder leftOut(Failure why) {
        return new Folder(path, specialUse, selectable, subscribed, status, Optional.of(why));
    }
}
