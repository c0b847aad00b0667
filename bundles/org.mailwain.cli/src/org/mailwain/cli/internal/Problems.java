package org.mailwain.cli.internal;

import org.mailwain.api.failure.Problem;
import org.mailwain.operations.Sentences;

/** Shows problems of files, one a line, as compilers do: {@code file:line:column: error: sentence}. */
final class Problems {
    private final Terminal terminal;
    private final Sentences sentences;

    Problems(Terminal terminal, Sentences sentences) {
        this.terminal = terminal;
        this.sentences = sentences;
    }

    void show(Problem problem) {
        StringBuilder place = new StringBuilder(problem.file());
        if (problem.line() > 0) {
            place.append(':').append(problem.line());
        }
        if (problem.column() > 0) {
            place.append(':').append(problem.column());
        }
        var text = sentences.of(problem.failure());
        String kind = Texts.of(problem.isError() ? "problem.error" : "problem.warning");
        terminal.line(Texts.printable(place + ": " + kind + ": " + text.sentence() + advice(problem, text.advice())));
    }

    private static String advice(Problem problem, String advice) {
        String suggestion = problem.suggestions().isEmpty()
                ? ""
                : " " + Texts.of("problem.suggestion", String.join(", ", problem.suggestions()));
        return (advice.isEmpty() ? "" : " " + advice) + suggestion;
    }
}
