package org.mailwain.api.settings;

import java.util.List;

/** Settings as they were written, with the place of each, before they are checked. */
public sealed interface SettingsInput {
    /** Where it stands, for problems; meaningful to whoever made the input alone. */
    Object place();

    /** @param text as written, without quotes */
    record Scalar(String text, Object place) implements SettingsInput {}

    record Sequence(List<SettingsInput> elements, Object place) implements SettingsInput {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    record Group(List<Entry> entries, Object place) implements SettingsInput {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    record Entry(String key, Object keyPlace, SettingsInput value) {}
}
