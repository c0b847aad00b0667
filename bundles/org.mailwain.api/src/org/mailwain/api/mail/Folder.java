package org.mailwain.api.mail;

import java.util.Set;

/**
 * A folder as a session listed it.
 *
 * @param specialUse what the server says of it; never guessed from its name
 * @param selectable false for a parent that cannot hold messages
 * @param subscribed whether the user sees it in clients that show subscriptions
 * @param status what was cheaply known of its content when it was listed, or null
 */
public record Folder(
        FolderPath path, Set<SpecialUse> specialUse, boolean selectable, boolean subscribed, FolderStatus status) {
    public Folder {
        specialUse = Set.copyOf(specialUse);
    }

    public Folder with(FolderStatus newStatus) {
        return new Folder(path, specialUse, selectable, subscribed, newStatus);
    }
}
