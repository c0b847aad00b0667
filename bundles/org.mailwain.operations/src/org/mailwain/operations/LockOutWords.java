package org.mailwain.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;

/** Words by which servers say that an account or an address gets no further tries: {@code lock-out-words.txt}. */
final class LockOutWords {
    private static final List<String> WORDS = read();

    private LockOutWords() {}

    /** The word that the failure holds, apart from the login itself. */
    static Optional<String> in(Failure failure, String login) {
        StringBuilder said = new StringBuilder();
        for (Argument argument : failure.arguments()) {
            if (argument instanceof Argument.Text text && !text.value().equals(login)) {
                said.append(text.value().toLowerCase(Locale.ROOT)).append('\n');
            }
        }
        return WORDS.stream().filter(word -> said.indexOf(word) >= 0).findFirst();
    }

    private static List<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                LockOutWords.class.getResourceAsStream("lock-out-words.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
