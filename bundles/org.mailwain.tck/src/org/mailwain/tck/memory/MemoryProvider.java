package org.mailwain.tck.memory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;

/**
 * A server in memory: mailboxes by the name that a login gives, as source and as target. Whoever holds it adds
 * mailboxes; nobody has to sign in with a password. Thread-safe.
 */
public final class MemoryProvider implements SourceProvider, TargetProvider {
    /** Opens one mailbox. */
    @FunctionalInterface
    public interface Opener {
        MailboxWriter open(SessionContext context) throws FailureException;
    }

    private final String kind;
    private final Map<String, Opener> mailboxes = new ConcurrentHashMap<>();

    public MemoryProvider() {
        this("memory");
    }

    public MemoryProvider(String kind) {
        this.kind = kind;
    }

    public MemoryProvider with(String name, MemoryMailbox mailbox) {
        return with(name, mailbox::open);
    }

    public MemoryProvider with(String name, Opener opener) {
        mailboxes.put(name, opener);
        return this;
    }

    /** An endpoint of this provider. */
    public Endpoint endpoint(String name) {
        return new Endpoint(name, kind, new MemorySettings(name), EndpointLimits.DEFAULT);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Class<MemorySettings> settings() {
        return MemorySettings.class;
    }

    @Override
    public String address(Endpoint endpoint) {
        return kind + ":" + endpoint.settings(MemorySettings.class).server();
    }

    @Override
    public MailboxWriter open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
        context.cancel().check();
        Opener opener = mailboxes.get(login.mailbox());
        if (opener == null) {
            throw MemoryFailure.SIGN_IN.raise(login.mailbox());
        }
        return opener.open(context);
    }

    @Override
    public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException {
        sink.passed(ProbeSink.Step.CONNECT, List.of(Argument.of(address(endpoint))));
        if (login == null) {
            return;
        }
        ProbeSink.Step step = ProbeSink.Step.SIGN_IN;
        try (MailboxWriter session = open(endpoint, login, context)) {
            sink.passed(step, List.of(Argument.of(login.mailbox())));
            step = ProbeSink.Step.FOLDERS;
            sink.passed(step, List.of(Argument.of(session.folders().size())));
        } catch (FailureException e) {
            sink.failed(step, e.failure());
        }
    }
}
