package org.mailwain.credentials.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.Asks;
import org.mailwain.credentials.CredentialsFailure;

/** Where the master password comes from: a file or a variable that the environment names, else the person. */
final class MasterPassword {
    static final String VARIABLE = "MAILWAIN_MASTER_PASSWORD";
    static final String FILE_VARIABLE = "MAILWAIN_MASTER_PASSWORD_FILE";

    private final Path store;
    private final Asks asks;
    private final Map<String, String> environment;

    MasterPassword(Path store, Asks asks, Map<String, String> environment) {
        this.store = store;
        this.asks = asks;
        this.environment = environment;
    }

    /**
     * @param first whether the store is about to be made
     * @throws FailureException {@link CredentialsFailure#NO_MASTER_PASSWORD} where nobody gives one
     */
    Secret get(boolean first) throws FailureException {
        String file = environment.get(FILE_VARIABLE);
        if (file != null) {
            return fromFile(Path.of(file));
        }
        String value = environment.get(VARIABLE);
        if (value != null && !value.isEmpty()) {
            return Secret.of(value);
        }
        return ask(first);
    }

    private Secret fromFile(Path file) throws FailureException {
        try (var lines = Files.lines(file)) {
            String line = lines.findFirst().orElse("");
            if (line.isEmpty()) {
                throw CredentialsFailure.MASTER_FILE.raise(file, "empty");
            }
            return Secret.of(line);
        } catch (IOException e) {
            throw new FailureException(CredentialsFailure.MASTER_FILE.with(file, e), e);
        }
    }

    private Secret ask(boolean first) throws FailureException {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.mailwain.credentials.messages", Locale.getDefault(), getClass().getClassLoader());
        String id = first ? "credentials.ask.new" : "credentials.ask";
        try {
            return asks.secret(new Asks.Question(id, texts.getString(id), store.toString()))
                    .orElseThrow(() -> CredentialsFailure.NO_MASTER_PASSWORD.raise(store));
        } catch (FailureException e) {
            if (e.failure().is(ApiFailure.NOBODY_TO_ASK)) {
                throw new FailureException(CredentialsFailure.NO_MASTER_PASSWORD.with(store), e);
            }
            throw e;
        }
    }
}
