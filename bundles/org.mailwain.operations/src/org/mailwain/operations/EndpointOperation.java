package org.mailwain.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.project.EndpointFile;
import org.mailwain.project.Project;
import org.mailwain.project.ProjectFolder;
import org.mailwain.project.settings.SecretNames;

/** Tries one endpoint step by step, and keeps passwords for it, without a batch. Reads only. */
public final class EndpointOperation {
    private final Services services;
    private final ProjectFolder folder;
    private final String name;
    private final Asks asks;

    /**
     * @param folder of the project, with what editors hold
     * @param name of the endpoint
     */
    public EndpointOperation(Services services, ProjectFolder folder, String name, Asks asks) {
        this.services = services;
        this.folder = folder;
        this.name = name;
        this.asks = asks;
    }

    /** Who is to be signed in: with a password of now, or empty with the one in the credential store. */
    public record TestLogin(String user, Optional<Secret> password) {}

    /**
     * Tries it up to the sign-in, and further with a login. Steps are told on the calling thread as they pass.
     *
     * @param login empty to end before signing in
     * @throws FailureException where the file keeps it from being tried, or {@link OperationFailure#NO_PASSWORD}; what
     *     the server does wrong is told to the sink
     */
    public void test(Optional<TestLogin> login, ProbeSink sink, Cancel cancel) throws FailureException {
        Endpoint endpoint = endpoint();
        EndpointProvider provider = provider(endpoint);
        Login with = login.isEmpty() ? null : login(login.get(), endpoint, provider);
        provider.probe(
                endpoint,
                with,
                new SessionContext(cancel, new NoBodies(), LimitLease.UNLIMITED, asks, Clock.systemUTC()),
                sink);
    }

    private Login login(TestLogin login, Endpoint endpoint, EndpointProvider provider) throws FailureException {
        Optional<Secret> password = login.password();
        if (password.isEmpty()) {
            password = store().get(BatchLogins.path(endpoint, provider.address(endpoint), login.user()));
        }
        if (password.isEmpty()) {
            throw OperationFailure.NO_PASSWORD.raise(login.user(), 0);
        }
        return new Login(login.user(), SignIn.password(login.user(), password.get()), Optional.empty());
    }

    /** Keeps a login's password in the credential store, where runs and tests of this endpoint find it. */
    public void keep(String user, Secret password) throws FailureException {
        Endpoint endpoint = endpoint();
        store().put(BatchLogins.path(endpoint, provider(endpoint).address(endpoint), user), password);
    }

    /** Keeps a secret of the endpoint's own settings, which its file then mentions as {@code @store}. */
    public void keepSetting(String setting, Secret secret) throws FailureException {
        store().put(SecretNames.path(name, setting), secret);
    }

    /** Users whose password at this endpoint is in the credential store, sorted. */
    public List<String> logins() throws FailureException {
        Endpoint endpoint = endpoint();
        CredentialPath any = BatchLogins.path(endpoint, provider(endpoint).address(endpoint), "");
        return store().paths().stream()
                .filter(path -> path.kind().equals(any.kind()) && path.owner().endsWith(any.owner()))
                .map(path -> path.owner()
                        .substring(0, path.owner().length() - any.owner().length()))
                .sorted()
                .toList();
    }

    private Endpoint endpoint() throws FailureException {
        Project project = Project.open(folder, services.catalog(), null);
        Optional<Endpoint> endpoint = project.endpoint(name);
        if (endpoint.isEmpty()) {
            String file = name + EndpointFile.SUFFIX;
            throw new BrokenProjectException(project.problems().stream()
                    .filter(problem -> problem.file().equals(file))
                    .toList());
        }
        return endpoint.get();
    }

    private EndpointProvider provider(Endpoint endpoint) throws FailureException {
        EndpointProvider source = services.sources().get(endpoint.kind());
        return source == null ? services.target(endpoint.kind()) : source;
    }

    private CredentialStore store() {
        Path hidden = folder.path().resolve(BatchWork.HIDDEN);
        return services.credentials().open(hidden, asks);
    }
}
