package org.mailwain.api.failure;

import java.util.List;
import java.util.Objects;

/**
 * Something wrong in a text that a person wrote.
 *
 * @param file path relative to the project, with {@code /}
 * @param line from 1; 0 where the problem is the file as a whole
 * @param column from 1, in characters (a tab counts one); 0 where the problem is the line as a whole
 * @param length of the faulty text in characters, 0 where unknown
 * @param failure code and arguments
 * @param suggestions texts that may stand there instead, the likeliest first; may be empty
 */
public record Problem(
        String file, int line, int column, int length, Severity severity, Failure failure, List<String> suggestions) {
    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem {
        Objects.requireNonNull(file);
        Objects.requireNonNull(failure);
        suggestions = List.copyOf(suggestions);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
