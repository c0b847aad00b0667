package org.mailwain.api.settings;

import java.util.List;
import java.util.Optional;

/**
 * One component of a settings record, as forms, checks, command lines and reference pages see it.
 *
 * @param name as in the record and in files
 * @param fallback from {@link Default}, as written in a file
 * @param range null where there is none
 * @param shownWhen null where it is always of interest
 */
public record Setting(
        String name,
        Kind kind,
        Optional<String> fallback,
        boolean required,
        boolean advanced,
        boolean perRow,
        Range range,
        ShownWhen shownWhen) {

    /** What a value may be. */
    public sealed interface Kind {
        /** Plain text. */
        record Text() implements Kind {}

        record HostName() implements Kind {}

        /** TCP port, 1 to 65535: an {@code int} component whose name is {@code port} or ends in {@code Port}. */
        record Port() implements Kind {}

        record Whole() implements Kind {}

        record Size() implements Kind {}

        /** A {@link java.time.Duration}, in files as {@code 30 s}, {@code 5 min}, {@code 2 h}, {@code 3 d}. */
        record Time() implements Kind {}

        /** A {@link java.time.Instant}, in files as {@code 2024-01-31} or {@code 2024-01-31T12:00+01:00}; UTC without. */
        record Moment() implements Kind {}

        record Truth() implements Kind {}

        record OneOf(List<String> words) implements Kind {}

        /** Only the name of an entry of the credential store stands in files, never the secret. */
        record Hidden() implements Kind {}

        /** A path relative to the project. */
        record FilePath() implements Kind {}

        record ListOf(Kind element) implements Kind {}

        /** A group of settings. */
        record Group(SettingsSchema schema) implements Kind {}

        /** One of several groups, told by its name. */
        record Choice(List<Named> options) implements Kind {
            /** One option: its word in files and its settings. */
            public record Named(String word, SettingsSchema schema) {}
        }
    }
}
