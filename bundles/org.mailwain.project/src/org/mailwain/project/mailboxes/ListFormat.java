package org.mailwain.project.mailboxes;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CharsetGuess;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvFormat;
import org.mailwain.project.csv.CsvGuess;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

/** Reads the bytes of a list as the batch says, or as looking tells, and complains where our own form is not kept. */
final class ListFormat {
    private final String file;
    private final ListRules rules;
    private final List<Problem> problems = new ArrayList<>();

    ListFormat(String file, ListRules rules) {
        this.file = file;
        this.rules = rules;
    }

    List<Problem> problems() {
        return problems;
    }

    CsvDocument read(byte[] bytes) {
        TextContent content = content(bytes);
        return CsvDocument.read(file, content, format(content.text()));
    }

    private TextContent content(byte[] bytes) {
        Optional<String> charset = rules.settings().charset();
        if (charset.isPresent()) {
            Optional<TextContent> read = charset(charset.get()).flatMap(c -> given(bytes, c));
            if (read.isEmpty()) {
                problem(0, ProjectFailure.LIST_CHARSET.with(charset.get()), List.of());
            }
            return read.orElseGet(() -> CharsetGuess.read(bytes));
        }
        TextContent content = CharsetGuess.read(bytes);
        if (!content.isUtf8() && !rules.isMapped()) {
            String found = content.encoding().charset().name();
            problem(0, ProjectFailure.LIST_NOT_UTF8.with(found), List.of());
        }
        return content;
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<TextContent> given(byte[] bytes, Charset charset) {
        Encoding marked = Encoding.ofMark(bytes);
        boolean same = marked != null && marked.charset().equals(charset);
        return TextContent.decode(bytes, new Encoding(charset, same));
    }

    private CsvFormat format(String text) {
        Optional<String> delimiter = rules.settings().delimiter();
        Optional<String> quote = rules.settings().quote();
        CsvFormat guessed = CsvGuess.format(text);
        boolean ours = !rules.isMapped() && delimiter.isEmpty();
        if (ours && isStandard(text)) {
            return new CsvFormat(',', character(quote, "none", CsvFormat.NO_QUOTE, '"'));
        }
        if (ours && guessed.delimiter() != ',') {
            problem(1, ProjectFailure.LIST_DELIMITER.with(shown(guessed.delimiter())), List.of());
        }
        return new CsvFormat(
                character(delimiter, "tab", '\t', guessed.delimiter()),
                character(quote, "none", CsvFormat.NO_QUOTE, guessed.quote()));
    }

    /** The first row of a list in our form names a column of ours when it is cut at commas. */
    private static boolean isStandard(String text) {
        CsvDocument head = CsvDocument.read(
                "", new TextContent(text.lines().findFirst().orElse(""), Encoding.UTF_8), CsvFormat.STANDARD);
        return head.rows() == 0
                || head.row(0).cells().stream()
                        .anyMatch(cell -> MailboxColumn.of(cell).isPresent());
    }

    private char character(Optional<String> given, String word, char meant, char otherwise) {
        if (given.isEmpty()) {
            return otherwise;
        }
        if (given.get().equals(word)) {
            return meant;
        }
        if (given.get().length() == 1 && "\r\n".indexOf(given.get().charAt(0)) < 0) {
            return given.get().charAt(0);
        }
        problem(0, ProjectFailure.LIST_CHARACTER.with(given.get(), word), List.of(word));
        return otherwise;
    }

    private static String shown(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }

    private void problem(int line, Failure failure, List<String> suggestions) {
        problems.add(new Problem(file, line, line, 0, Severity.ERROR, failure, suggestions));
    }
}
