package org.mailwain.mail.internal.imap;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Security;
import org.mailwain.mail.internal.protocol.Greeting;
import org.mailwain.mail.internal.protocol.Pipeline;
import org.mailwain.mail.internal.protocol.Reply;
import org.mailwain.mail.internal.wire.Address;
import org.mailwain.mail.internal.wire.Dialler;
import org.mailwain.mail.internal.wire.Tls;
import org.mailwain.mail.internal.wire.Watchdog;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.internal.wire.WireLimits;

/** Opens one session on a server, step by step. */
public final class Opening {
    private final ImapSettings settings;
    private final SessionContext context;
    private final ImapProfile profile;
    private final Tls tls;
    private final Watchdog watchdog;
    private final Set<String> worked;
    private final Address address;
    private String banner = "";

    /**
     * @param tls null for a server without TLS
     * @param worked sign-ins of this process that had a mailbox behind them, which this one joins
     */
    public Opening(
            ImapSettings settings,
            SessionContext context,
            ImapProfile profile,
            Tls tls,
            Watchdog watchdog,
            Set<String> worked)
            throws FailureException {
        this.settings = settings;
        this.context = context;
        this.profile = profile;
        this.tls = tls;
        this.watchdog = watchdog;
        this.worked = worked;
        this.address = new Address(settings.host().name(), settings.effectivePort());
        if (settings.security() == Security.NONE && !settings.allowInsecure()) {
            throw MailFailure.CLEAR_TEXT.raise(address);
        }
    }

    /** A signed-in session that only reads. */
    public Session reading(Login login) throws FailureException {
        return open(login, Step.UNTOLD, false);
    }

    /** A signed-in session that writes. */
    public Session writing(Login login) throws FailureException {
        return open(login, Step.UNTOLD, true);
    }

    /** @param login null to end before signing in, with null as the result */
    Session open(Login login, Step told) throws FailureException {
        return open(login, told, false);
    }

    private Session open(Login login, Step told, boolean writes) throws FailureException {
        WireLimits limits = WireLimits.of(settings.connectTimeout(), settings.timeout());
        Dialler dialler = new Dialler(address, limits, watchdog, context.cancel());
        Wire wire = null;
        try {
            List<InetAddress> found = dialler.resolve();
            told.passed(
                    ProbeSink.Step.RESOLVE,
                    found.stream().map(a -> (Object) a.getHostAddress()).toList());
            long start = System.nanoTime();
            wire = dialler.connect(found);
            long roundTrip = System.nanoTime() - start;
            told.passed(ProbeSink.Step.CONNECT, List.of(address));
            Pipeline pipeline = protect(wire, told);
            if (login == null) {
                pipeline.leave();
                dialler.close();
                return null;
            }
            start = System.nanoTime();
            String who = address + " " + login.signIn().authenticationId() + " " + login.mailbox();
            pipeline.refusals().of(who, worked);
            signIn(pipeline, login);
            // a busy machine connects late, and servers take their time over passwords: the shorter is nearer the line
            roundTrip = Math.min(roundTrip, System.nanoTime() - start);
            for (String needed : profile.needs()) {
                if (!pipeline.has(needed)) {
                    throw MailFailure.CAPABILITY_MISSING.raise(address, needed);
                }
            }
            Session session = new Session(pipeline, dialler, settings, context, profile, banner);
            session.begin(login, roundTrip, writes);
            told.passed(ProbeSink.Step.SIGN_IN, List.of(login.signIn().authenticationId()));
            return session;
        } catch (FailureException | RuntimeException e) {
            dialler.close();
            if (wire != null) {
                wire.close();
                wire.release();
            }
            throw e;
        }
    }

    private Pipeline protect(Wire wire, Step told) throws FailureException {
        if (settings.security() == Security.TLS) {
            told.passed(ProbeSink.Step.TLS, certificate(wire.secure(tls)));
        }
        Pipeline pipeline = new Pipeline(wire, context.bodies(), context.clock());
        greet(pipeline);
        if (settings.security() == Security.STARTTLS) {
            startTls(pipeline);
            told.passed(ProbeSink.Step.TLS, certificate(wire.secure(tls)));
            // what was said in clear may have been said by anybody
            pipeline = new Pipeline(wire, context.bodies(), context.clock());
        }
        if (pipeline.capabilities().isEmpty()) {
            capability(pipeline);
        }
        told.passed(ProbeSink.Step.CAPABILITIES, new ArrayList<>(pipeline.capabilities()));
        return pipeline;
    }

    private void greet(Pipeline pipeline) throws FailureException {
        Greeting greeting = pipeline.greeting();
        if (greeting.preauthenticated()) {
            throw MailFailure.PREAUTHENTICATED.raise(address);
        }
        banner = greeting.reply().text();
    }

    private void startTls(Pipeline pipeline) throws FailureException {
        Reply reply = pipeline.run(Simple.none(), words -> words.text("STARTTLS"));
        if (!reply.isOk()) {
            throw MailFailure.STARTTLS_MISSING.raise(address);
        }
    }

    /** What a server offers may change with who is signed in. */
    private static void signIn(Pipeline pipeline, Login login) throws FailureException {
        int before = pipeline.capabilitiesTold();
        new SigningIn(pipeline, login.signIn()).run();
        if (pipeline.capabilitiesTold() == before) {
            capability(pipeline);
        }
    }

    private static void capability(Pipeline pipeline) throws FailureException {
        Reply reply = pipeline.run(Simple.none(), words -> words.text("CAPABILITY"));
        if (!reply.isOk()) {
            throw new FailureException(pipeline.refusals().command(reply, "CAPABILITY"));
        }
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
