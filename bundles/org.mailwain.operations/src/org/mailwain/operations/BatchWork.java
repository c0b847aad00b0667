package org.mailwain.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.Tokens;
import org.mailwain.engine.Engine;
import org.mailwain.engine.EngineServices;
import org.mailwain.engine.EngineSettings;
import org.mailwain.engine.Logins;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;

/**
 * A batch of a project with what every operation on it needs.
 *
 * @param project the project's folder
 * @param store where the secrets are
 * @param tokens of its endpoints, kept as long as this is
 */
public record BatchWork(Services services, Path project, Batch batch, CredentialStore store, Asks asks, Tokens tokens) {
    /** The project's own folder for what people need not see, made on first use. */
    static final String HIDDEN = ".mailwain";

    private static final String DRIVER = "sqlite";

    public BatchWork(Services services, Path project, Batch batch, CredentialStore store, Asks asks) {
        this(services, project, batch, store, asks, services.tokens().open(store, asks));
    }

    Path hidden() {
        return project.resolve(HIDDEN);
    }

    /** Who signs in; no wait for a token or a person is ever cut short. */
    BatchLogins logins() {
        return logins(Cancel.NEVER);
    }

    /** @param cancel ends waits for tokens and persons */
    BatchLogins logins(Cancel cancel) {
        return new BatchLogins(this, cancel);
    }

    /** By what a row signs in to the target. */
    public SignIn.CredentialSource targetCredential(MailboxRow row) throws FailureException {
        return logins().target(row).signIn().credential();
    }

    /**
     * What the target's sign-in gives an application for another service, such as IMAP beside Graph. Empty where the
     * target signs in by passwords, by a person, or with a scope of its own.
     */
    public Optional<SignIn.CredentialSource> targetToken(TokenRequest.Purpose purpose, Cancel cancel)
            throws FailureException {
        Optional<SignInMethod.Microsoft> method = microsoft();
        if (method.isEmpty()
                || method.get().proof().ofPerson()
                || method.get().scope().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(tokens.source(new TokenRequest(method.get(), purpose), "", cancel));
    }

    /** How the target signs in, where that is Microsoft's way. */
    public Optional<SignInMethod.Microsoft> microsoft() throws FailureException {
        return services.target(batch.target().kind())
                .tokens(batch.target().settings())
                .map(TokenRequest::method)
                .filter(SignInMethod.Microsoft.class::isInstance)
                .map(SignInMethod.Microsoft.class::cast);
    }

    Engine engine() throws FailureException {
        EngineServices parts = new EngineServices(
                List.copyOf(services.sources().values()),
                List.copyOf(services.targets().values()),
                services.mapper(),
                services.repairs(),
                asks,
                Clock.systemUTC());
        return new Engine(EngineSettings.in(hidden()), parts);
    }

    Ledger ledger() throws FailureException {
        return services.ledger(DRIVER).open(hidden().toString());
    }

    Optional<Ledger> ledgerToRead() throws FailureException {
        return ledgerToRead(services, project);
    }

    static Optional<Ledger> ledgerToRead(Services services, Path project) throws FailureException {
        return services.ledger(DRIVER).openToRead(project.resolve(HIDDEN).toString());
    }

    /** The key under which a row's mailbox stands in the ledger. */
    MailboxKey key(MailboxRow row) throws FailureException {
        Logins logins = logins();
        return new MailboxKey(
                services.source(batch.source().kind()).address(batch.source()),
                logins.source(row).mailbox(),
                services.target(batch.target().kind()).address(batch.target()),
                logins.target(row).mailbox());
    }

    /**
     * Rows that the names mean, all where none are given.
     *
     * @throws FailureException {@link OperationFailure#NO_SUCH_MAILBOX} for a name that no row has
     */
    public List<MailboxRow> rows(List<String> names) throws FailureException {
        if (names.isEmpty()) {
            return batch.rows();
        }
        for (String name : names) {
            if (batch.rows().stream().noneMatch(row -> isNamed(row, name))) {
                throw OperationFailure.NO_SUCH_MAILBOX.raise(name, batch.name());
            }
        }
        return batch.rows().stream()
                .filter(row -> names.stream().anyMatch(name -> isNamed(row, name)))
                .toList();
    }

    /**
     * As {@link #rows}, for work that needs to know the target mailbox of each row.
     *
     * @throws FailureException {@link OperationFailure#UNMATCHED} where a row has no EmailAddress, {@link
     *     OperationFailure#NO_ROWS} where there are none
     */
    List<MailboxRow> matchedRows(List<String> names) throws FailureException {
        if (batch.rows().isEmpty()) {
            throw OperationFailure.NO_ROWS.raise(batch.name());
        }
        List<MailboxRow> rows = rows(names);
        long unmatched =
                rows.stream().filter(row -> row.emailAddress().isEmpty()).count();
        if (unmatched > 0) {
            throw OperationFailure.UNMATCHED.raise(unmatched);
        }
        return rows;
    }

    private static boolean isNamed(MailboxRow row, String name) {
        return row.label().equalsIgnoreCase(name) || row.userName().equalsIgnoreCase(name);
    }
}
