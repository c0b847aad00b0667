package org.mailwain.api.folder;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.mail.FolderPath;

/**
 * What a batch says about folders.
 *
 * @param specialUse whether a folder goes to the target's folder of the same use, whatever it is named there
 * @param root folder of the target under which everything is put
 * @param rules own rules; the first that fits decides
 * @param subscriptions whether subscribed folders are subscribed on the target
 * @param repair whether names that the target refuses are changed; otherwise such folders fail
 */
public record FolderRules(
        SpecialUseMapping specialUse,
        Optional<FolderPath> root,
        List<FolderRule> rules,
        boolean subscriptions,
        boolean repair) {
    public enum SpecialUseMapping {
        /** By the servers' word first, then by known names in many languages. */
        NAMES,
        /** By the servers' word alone. */
        SERVER,
        /** Folders keep their names. */
        OFF
    }

    public static final FolderRules DEFAULT =
            new FolderRules(SpecialUseMapping.NAMES, Optional.empty(), List.of(), true, true);

    public FolderRules {
        rules = List.copyOf(rules);
    }
}
