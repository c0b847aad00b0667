package org.mailwain.cli.internal;

import java.io.Console;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.Asks;

/** Asks the person at the terminal; where there is none, every question fails. */
final class TerminalAsks implements Asks {
    private final Terminal terminal;

    TerminalAsks(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Optional<Secret> secret(Question question) throws FailureException {
        char[] typed = console(question).readPassword("%s: ", question.text());
        if (typed == null || typed.length == 0) {
            return Optional.empty();
        }
        Secret secret = Secret.of(typed);
        Arrays.fill(typed, '\0');
        return Optional.of(secret);
    }

    @Override
    public boolean confirm(Question question) throws FailureException {
        String typed = console(question).readLine("%s (y/N) ", question.text());
        return typed != null && typed.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    @Override
    public void tell(Question notice) throws FailureException {
        if (!terminal.interactive()) {
            throw ApiFailure.NOBODY_TO_ASK.raise(notice.text());
        }
        terminal.err().println(Texts.printable(notice.text() + " " + notice.detail()));
    }

    private Console console(Question question) throws FailureException {
        if (!terminal.interactive() || System.console() == null) {
            throw ApiFailure.NOBODY_TO_ASK.raise(question.text());
        }
        return System.console();
    }
}
