package org.mailwain.credentials.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.Asks;
import org.mailwain.credentials.CredentialsFailure;

/**
 * Where the master password of a store comes from: a file or standard input or a variable that the environment names,
 * else the person. Once it has opened the store it is kept, so that nobody is asked twice. Thread-safe.
 */
final class MasterPassword {
    static final String VARIABLE = "MAILWAIN_MASTER_PASSWORD";
    static final String FILE_VARIABLE = "MAILWAIN_MASTER_PASSWORD_FILE";
    /** In place of a file's name: the first line of standard input. */
    static final String STANDARD_INPUT = "-";

    private static final int LONGEST = 4096;

    private final Path store;
    private final Map<String, String> environment;
    private final InputStream input;
    private Secret given;
    private boolean opens;

    MasterPassword(Path store, Map<String, String> environment, InputStream input) {
        this.store = store;
        this.environment = environment;
        this.input = input;
    }

    /**
     * @param first whether the store is about to be made
     * @throws FailureException {@link CredentialsFailure#NO_MASTER_PASSWORD} where nobody gives one
     */
    synchronized Secret get(boolean first, Asks asks) throws FailureException {
        if (given == null) {
            given = read(first, asks);
        }
        return given;
    }

    synchronized void opened() {
        opens = true;
    }

    /** A typed one is asked for again; one from elsewhere would be the same again, and from standard input gone. */
    synchronized void refused() {
        if (!opens && environment.get(FILE_VARIABLE) == null && environment.get(VARIABLE) == null) {
            given = null;
        }
    }

    private Secret read(boolean first, Asks asks) throws FailureException {
        String file = environment.get(FILE_VARIABLE);
        if (file != null) {
            return fromFile(file);
        }
        String value = environment.get(VARIABLE);
        if (value != null && !value.isEmpty()) {
            return Secret.of(value);
        }
        return ask(first, asks);
    }

    private Secret fromFile(String file) throws FailureException {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return firstLine(file, input);
            }
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return firstLine(file, in);
            }
        } catch (IOException e) {
            throw new FailureException(CredentialsFailure.MASTER_FILE.with(file, e), e);
        }
    }

    /** Reads no byte behind the line: standard input may hold more for others. */
    private static Secret firstLine(String file, InputStream in) throws IOException, FailureException {
        byte[] line = new byte[LONGEST];
        int length = 0;
        int next = in.read();
        while (next >= 0 && next != '\n' && length < LONGEST) {
            line[length++] = (byte) next;
            next = in.read();
        }
        while (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (length == 0) {
            throw CredentialsFailure.MASTER_EMPTY.raise(file);
        }
        CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line, 0, length));
        Secret secret = Secret.of((CharSequence) chars);
        Arrays.fill(line, (byte) 0);
        Arrays.fill(chars.array(), '\0');
        return secret;
    }

    private Secret ask(boolean first, Asks asks) throws FailureException {
        if (!first) {
            return ask("credentials.ask", asks);
        }
        Secret once = ask("credentials.ask.new", asks);
        if (!once.equals(ask("credentials.ask.again", asks))) {
            throw CredentialsFailure.MASTER_DIFFERS.raise(store);
        }
        return once;
    }

    private Secret ask(String id, Asks asks) throws FailureException {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.mailwain.credentials.messages",
                Locale.getDefault(),
                getClass().getClassLoader());
        try {
            return asks.secret(new Asks.Question(id, texts.getString(id), store.toString()))
                    .filter(secret -> !secret.isEmpty())
                    .orElseThrow(() -> CredentialsFailure.NO_MASTER_PASSWORD.raise(store));
        } catch (FailureException e) {
            if (e.failure().is(ApiFailure.NOBODY_TO_ASK)) {
                throw new FailureException(CredentialsFailure.NO_MASTER_PASSWORD.with(store), e);
            }
            throw e;
        }
    }
}
