package org.mailwain.project.mailboxes;

import java.nio.file.Path;
import java.util.Optional;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Range;
import org.mailwain.api.settings.Required;

/**
 * What a batch says about its mailbox list. A list whose headings are other than ours is mapped in the batch under
 * {@code columns}; then delimiter, quote and charset are found by looking where they are not given.
 *
 * @param list the CSV
 * @param delimiter one character, or {@code tab}
 * @param quote one character, or {@code none}
 * @param unknownColumns whether columns that mean nothing to us are passed over
 */
public record ListSettings(
        @Required Path list,
        Optional<String> delimiter,
        Optional<String> quote,
        Optional<String> charset,
        @Default("false") boolean unknownColumns,

        @Advanced @Default("50000") @Range(min = 1, max = 10_000_000)
        int maxRows,

        @Advanced @Default("10 MB") @Range(min = 1000, max = 2_000_000_000)
        Bytes maxSize) {
    /** For a list that is looked at alone. */
    public static ListSettings of(Path list) {
        return new ListSettings(
                list, Optional.empty(), Optional.empty(), Optional.empty(), false, 50_000, new Bytes(10_000_000));
    }
}
