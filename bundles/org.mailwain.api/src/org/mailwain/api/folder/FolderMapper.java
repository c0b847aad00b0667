package org.mailwain.api.folder;

import java.util.List;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.provider.NameRules;

/** Works out which source folder goes to which target folder. Pure: equal questions have equal answers. A service. */
public interface FolderMapper {
    /**
     * @param source folders of the source that take part, in any order
     * @param target folders that stand on the target
     * @param names what the target takes as a name
     * @return one mapping per source folder, in the order of the paths
     */
    List<FolderMapping> map(List<Folder> source, List<Folder> target, FolderRules rules, NameRules names);

    /**
     * Readies what mapping by these rules needs, so that a mapping asked for later need not wait for it. From any thread;
     * a mapper works without it too.
     */
    default void prepare(FolderRules rules) {
        // most have nothing to ready
    }

    /** Whether a folder fits a folder filter: a name, a pattern or a well-known token, see {@link FolderRule#from()}. */
    boolean matches(Folder folder, String filter);
}
