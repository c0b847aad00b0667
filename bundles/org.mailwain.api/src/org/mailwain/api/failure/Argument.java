package org.mailwain.api.failure;

import java.time.Duration;
import java.time.Instant;
import org.mailwain.api.mail.FolderPath;

/** A typed argument of a failure, so that the sentence can be made in any language at the edge. Holds no secret. */
public sealed interface Argument {
    record Text(String value) implements Argument {}

    record Count(long value) implements Argument {}

    /** A size in bytes, shown as KB, MB or GB. */
    record Size(long bytes) implements Argument {}

    record Moment(Instant value) implements Argument {}

    record Span(Duration value) implements Argument {}

    record Folder(FolderPath value) implements Argument {}

    /** Wraps a plain value; numbers become {@link Count}, anything unknown its text, null the empty text. */
    static Argument of(Object value) {
        return switch (value) {
            case null -> new Text("");
            case Argument argument -> argument;
            case Integer number -> new Count(number);
            case Long number -> new Count(number);
            case Instant instant -> new Moment(instant);
            case Duration duration -> new Span(duration);
            case FolderPath path -> new Folder(path);
            default -> new Text(value.toString());
        };
    }
}
