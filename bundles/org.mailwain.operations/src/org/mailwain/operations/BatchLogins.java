package org.mailwain.operations;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.Tokens;
import org.mailwain.engine.Logins;
import org.mailwain.project.settings.RowSettings;
import org.mailwain.project.settings.SecretNames;
import org.mailwain.project.settings.SettingsContext;

/** Who signs in for the rows of a batch: by its sign-in forms, with secrets from the list or the credential store. */
final class BatchLogins implements Logins {
    private final Services services;
    private final Batch batch;
    private final CredentialStore store;
    private final Path project;
    private final Tokens tokens;
    private final Cancel cancel;

    BatchLogins(BatchWork work, Cancel cancel) {
        this.services = work.services();
        this.batch = work.batch();
        this.store = work.store();
        this.project = work.project();
        this.tokens = work.tokens();
        this.cancel = cancel;
    }

    @Override
    public Login source(MailboxRow row) throws FailureException {
        if (row.userRoot().isPresent()
                && !services.source(batch.source().kind()).readsUserRoot()) {
            throw OperationFailure.USER_ROOT.raise(
                    row.label(), row.line(), batch.source().kind());
        }
        return source(row, batch.sourceSignIn());
    }

    /** As {@link #source(MailboxRow)}, by another form than the batch's. */
    Login source(MailboxRow row, SignInChoice choice) throws FailureException {
        SourceProvider provider = services.source(batch.source().kind());
        if (!provider.signsIn()) {
            return new Login(row.userName(), SignIn.password(row.userName(), Secret.of("")), row.userRoot());
        }
        SignIn signIn = signIn(row, choice, batch.source(), provider);
        // where one administrator reads shared folders, all rows may have his user name
        return new Login(row.userRoot().orElse(row.userName()), signIn, row.userRoot());
    }

    @Override
    public Login target(MailboxRow row) throws FailureException {
        EndpointProvider provider = services.target(batch.target().kind());
        SignIn signIn = signIn(row.atTarget(), batch.targetSignIn(), batch.target(), provider);
        return new Login(row.label(), signIn, Optional.empty());
    }

    @Override
    public Endpoint sourceEndpoint(Endpoint ofBatch, MailboxRow row) throws FailureException {
        SettingsContext context = new SettingsContext(project, SecretNames.of(ofBatch.name(), store));
        Record settings = RowSettings.over(ofBatch.settings(), row.settings(), context);
        return new Endpoint(ofBatch.name(), ofBatch.kind(), settings, ofBatch.limits());
    }

    /** Under which name the store has the password of a user at an endpoint. */
    static CredentialPath path(Endpoint endpoint, String address, String user) {
        return new CredentialPath(endpoint.kind(), user + "@" + address.toLowerCase(Locale.ROOT));
    }

    private SignIn signIn(MailboxRow row, SignInChoice choice, Endpoint endpoint, EndpointProvider provider)
            throws FailureException {
        SignInForm form = services.form(choice.form());
        Optional<TokenRequest> request = provider.tokens(endpoint.settings());
        if (request.isPresent()) {
            return byToken(request.get(), row, form, choice, endpoint);
        }
        String address = provider.address(endpoint);
        Optional<SignInForm.Administrator> administrator = choice.administrator()
                .map(user -> new SignInForm.Administrator(user, () -> ofAdministrator(user, endpoint, address)));
        return form.signIn(row, () -> ofRow(row, endpoint, address), administrator, choice.setting());
    }

    /** The form says who is meant; what it would send gives way to a token. */
    private SignIn byToken(
            TokenRequest request, MailboxRow row, SignInForm form, SignInChoice choice, Endpoint endpoint)
            throws FailureException {
        if (form.needsAdministrator()) {
            throw OperationFailure.TOKENS_WITH_FORM.raise(endpoint.name(), form.id());
        }
        SignIn.CredentialSource none = () -> {
            throw OperationFailure.TOKENS_WITH_FORM.raise(endpoint.name(), form.id());
        };
        String user = form.signIn(row, none, Optional.empty(), choice.setting()).authenticationId();
        return new SignIn(SignIn.Mechanism.TOKEN, user, Optional.empty(), tokens.source(request, user, cancel));
    }

    private Secret ofAdministrator(String user, Endpoint endpoint, String address) throws FailureException {
        CredentialPath path = path(endpoint, address, user);
        Optional<Secret> secret = store.get(path);
        if (secret.isEmpty()) {
            throw OperationFailure.NO_ADMINISTRATOR_PASSWORD.raise(user, path.kind() + "/" + path.owner());
        }
        return secret.get();
    }

    private Secret ofRow(MailboxRow row, Endpoint endpoint, String address) throws FailureException {
        if (row.password().isPresent()) {
            return row.password().get();
        }
        Optional<Secret> secret = store.get(path(endpoint, address, row.userName()));
        if (secret.isEmpty()) {
            throw new FailureException(
                    OperationFailure.NO_PASSWORD.with(row.label(), row.line()).at(Scope.MAILBOX));
        }
        return secret.get();
    }
}
