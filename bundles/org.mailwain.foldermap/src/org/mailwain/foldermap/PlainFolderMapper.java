package org.mailwain.foldermap;

import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.mailwain.api.folder.FolderMapper;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.folder.FolderRules.SpecialUseMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.provider.NameRules;
import org.mailwain.foldermap.internal.FolderPattern;
import org.mailwain.foldermap.internal.KnownNames;
import org.mailwain.foldermap.internal.Plan;
import org.mailwain.foldermap.internal.TokenUses;

/** {@link FolderMapper} without a framework: the names it knows come from files that it is given. Thread-safe. */
public final class PlainFolderMapper implements FolderMapper {
    private static final String OWN = "/content/folders/";

    private final KnownNames names;

    /** @param files with names of folders; the first that has a name decides */
    public PlainFolderMapper(List<URL> files) {
        names = new KnownNames(files);
    }

    /** With the names that this bundle brings. */
    public static PlainFolderMapper builtIn() {
        return new PlainFolderMapper(Stream.of("clients.yaml", "languages.yaml")
                .map(name -> PlainFolderMapper.class.getResource(OWN + name))
                .toList());
    }

    @Override
    public void prepare(FolderRules rules) {
        if (rules.specialUse() == SpecialUseMapping.NAMES) {
            names.load();
        }
    }

    @Override
    public List<FolderMapping> map(List<Folder> source, List<Folder> target, FolderRules rules, NameRules nameRules) {
        return new Plan(names, source, target, rules, nameRules).mappings();
    }

    @Override
    public boolean matches(Folder folder, String filter) {
        return FolderPattern.parse(filter)
                .match(folder.path().names(), new TokenUses(names, List.of(folder)))
                .isPresent();
    }
}
