package org.mailwain.foldermap.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;

/** Whether a token means a folder: by the server's word where it has one, else by the folder's name. */
public final class TokenUses implements FolderPattern.Uses {
    private final KnownNames names;
    private final Map<FolderPath, Set<SpecialUse>> folders = new HashMap<>();

    public TokenUses(KnownNames names, List<Folder> tree) {
        this.names = names;
        tree.forEach(folder -> folders.put(folder.path(), folder.specialUse()));
    }

    @Override
    public boolean isFor(List<String> path, SpecialUse use) {
        FolderPath folder = new FolderPath(path);
        if (folder.isInbox()) {
            return use == SpecialUse.INBOX;
        }
        Set<SpecialUse> said = folders.getOrDefault(folder, Set.of());
        return said.isEmpty()
                ? Uses.known(names, path, false)
                        .filter(known -> known.use() == use)
                        .isPresent()
                : said.contains(use);
    }
}
