package org.mailwain.mail;

import java.util.Optional;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;

/** The folders of a session as they were listed last. Used by the session's thread. */
public interface FolderTree {
    Optional<Folder> find(FolderPath path);

    /** The folder that the server says is for this. */
    Optional<Folder> with(SpecialUse use);

    /** The path of a name as it stands on the wire, byte for byte in ISO 8859-1. */
    FolderPath path(String wireName);
}
