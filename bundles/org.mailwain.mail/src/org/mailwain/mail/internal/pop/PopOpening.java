package org.mailwain.mail.internal.pop;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Security;
import org.mailwain.mail.internal.wire.Address;
import org.mailwain.mail.internal.wire.Dialler;
import org.mailwain.mail.internal.wire.Tls;
import org.mailwain.mail.internal.wire.Watchdog;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.internal.wire.WireLimits;
import org.mailwain.mail.pop.PopFailure;
import org.mailwain.mail.pop.PopSettings;

/** Opens sessions on one server, step by step. */
public final class PopOpening {
    /** Is told the steps as they pass. */
    interface Told {
        void passed(ProbeSink.Step step, List<Object> findings);
    }

    private final PopSettings settings;
    private final SessionContext context;
    private final Tls tls;
    private final Watchdog watchdog;
    private final Address address;

    /** @param tls null for a server without TLS */
    public PopOpening(PopSettings settings, SessionContext context, Tls tls, Watchdog watchdog)
            throws FailureException {
        this.settings = settings;
        this.context = context;
        this.tls = tls;
        this.watchdog = watchdog;
        this.address = new Address(settings.host().name(), settings.effectivePort());
        if (settings.security() == Security.NONE && !settings.allowInsecure()) {
            throw MailFailure.CLEAR_TEXT.raise(address);
        }
    }

    /** A signed-in session. */
    public MailboxReader open(Login login) throws FailureException {
        return open(login, (step, findings) -> {});
    }

    /** @param login null to end before signing in, with null as the result */
    MailboxReader open(Login login, Told told) throws FailureException {
        context.cancel().check();
        WireLimits limits = WireLimits.of(settings.connectTimeout(), settings.timeout());
        Dialler dialler = new Dialler(address, limits, watchdog, context.cancel());
        Wire wire = null;
        try {
            List<InetAddress> found = dialler.resolve();
            told.passed(
                    ProbeSink.Step.RESOLVE,
                    found.stream().map(a -> (Object) a.getHostAddress()).toList());
            wire = dialler.connect(found);
            told.passed(ProbeSink.Step.CONNECT, List.of(address));
            PopProtocol protocol = new PopProtocol(wire);
            PopCapabilities capabilities = protect(protocol, told);
            told.passed(
                    ProbeSink.Step.CAPABILITIES,
                    new ArrayList<>(capabilities.all().keySet()));
            if (login == null) {
                protocol.leave();
                dialler.close();
                return null;
            }
            new PopSignIn(protocol, capabilities.mechanisms(), login.signIn()).run();
            // what a server offers may change with who is signed in
            PopReader reader = new PopReader(protocol, dialler, PopCapabilities.ask(protocol), context);
            told.passed(ProbeSink.Step.SIGN_IN, List.of(login.signIn().authenticationId()));
            return reader;
        } catch (FailureException | RuntimeException e) {
            dialler.close();
            if (wire != null) {
                wire.close();
                wire.release();
            }
            throw e;
        }
    }

    private PopCapabilities protect(PopProtocol protocol, Told told) throws FailureException {
        Wire wire = protocol.wire();
        if (settings.security() == Security.TLS) {
            told.passed(ProbeSink.Step.TLS, certificate(wire.secure(tls)));
        }
        greet(protocol);
        if (settings.security() == Security.STARTTLS) {
            if (!protocol.run("STLS").isOk()) {
                throw MailFailure.STARTTLS_MISSING.raise(address);
            }
            told.passed(ProbeSink.Step.TLS, certificate(wire.secure(tls)));
        }
        return PopCapabilities.ask(protocol);
    }

    private void greet(PopProtocol protocol) throws FailureException {
        String line = protocol.anyLine();
        PopReply greeting = PopReply.of(line);
        if (greeting == null) {
            throw PopFailure.NOT_POP.raise(address, PopReply.words(line));
        }
        if (!greeting.isOk()) {
            throw MailFailure.GREETING_BYE.raise(address, greeting.words());
        }
        protocol.wire().greeted();
    }

    private static List<Object> certificate(SSLSession session) {
        List<Object> findings = new ArrayList<>(Arrays.asList(session.getProtocol(), session.getCipherSuite()));
        try {
            if (session.getPeerCertificates()[0] instanceof X509Certificate leaf) {
                findings.add(leaf.getSubjectX500Principal().getName());
                findings.add(leaf.getIssuerX500Principal().getName());
                findings.add(leaf.getNotAfter().toInstant());
                findings.add(Tls.fingerprint(leaf));
            }
        } catch (SSLPeerUnverifiedException e) {
            findings.add("");
        }
        return findings;
    }
}
