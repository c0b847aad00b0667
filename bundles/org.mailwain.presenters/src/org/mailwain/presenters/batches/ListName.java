package org.mailwain.presenters.batches;

import java.util.Optional;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;

/** Where a batch names its mailbox list: under {@code mailboxes} alone, or as {@code list} in a group with its format. */
public final class ListName {
    private static final YamlPath ALONE = YamlPath.of("mailboxes");
    private static final YamlPath IN_GROUP = YamlPath.of("mailboxes", "list");

    private ListName() {}

    /** The place that the text has it at, or would get it at. */
    public static YamlPath path(YamlEditing editing) {
        boolean group = editing.document()
                .find(ALONE)
                .filter(YamlNode.Mapping.class::isInstance)
                .isPresent();
        return group ? IN_GROUP : ALONE;
    }

    public static Optional<String> of(YamlEditing editing) {
        return editing.value(path(editing));
    }
}
