package org.mailwain.project.mailboxes;

import java.util.Map;
import java.util.Optional;
import org.mailwain.api.settings.SettingsSchema;

/**
 * How a mailbox list is to be understood.
 *
 * @param columns our heading to the heading in the file, where the file has its own; else empty
 * @param perRow settings of the source's provider, of which those marked per row may be columns
 * @param passwords whether every row needs a password; not so where an administrator signs in
 */
public record ListRules(
        ListSettings settings, Map<String, String> columns, Optional<SettingsSchema> perRow, boolean passwords) {
    public ListRules {
        columns = Map.copyOf(columns);
    }

    public static ListRules of(ListSettings settings) {
        return new ListRules(settings, Map.of(), Optional.empty(), true);
    }

    /** Whether the file is of somebody else's making. */
    public boolean isMapped() {
        return !columns.isEmpty();
    }
}
