package org.mailwain.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.mail.internal.imap.ImapReader;
import org.mailwain.mail.internal.imap.ImapWriter;
import org.mailwain.mail.internal.imap.Opening;
import org.mailwain.mail.internal.imap.Probe;
import org.mailwain.mail.internal.wire.Tls;
import org.mailwain.mail.internal.wire.Watchdog;

/**
 * Opens IMAP mailboxes; a provider of an IMAP server keeps one and adds what it knows of its kind of server. Thread-safe
 * and without open connections of its own.
 */
public final class Imap {
    private final Watchdog watchdog = new Watchdog();
    private final Map<String, Tls> contexts = new ConcurrentHashMap<>();
    private final Set<String> worked = ConcurrentHashMap.newKeySet();

    /** Connects and signs in, to read only; fails with a {@link MailFailure}. */
    public MailboxReader reader(ImapSettings settings, Login login, SessionContext context, ImapProfile profile)
            throws FailureException {
        return new ImapReader(opening(settings, context, profile).reading(login));
    }

    /** Connects and signs in, to write; fails with a {@link MailFailure}. */
    public MailboxWriter writer(ImapSettings settings, Login login, SessionContext context, ImapProfile profile)
            throws FailureException {
        return new ImapWriter(opening(settings, context, profile).writing(login));
    }

    /** Tries an endpoint as {@link org.mailwain.api.provider.EndpointProvider#probe} says. */
    public void probe(ImapSettings settings, Login login, SessionContext context, ImapProfile profile, ProbeSink sink)
            throws FailureException {
        new Probe(settings, sink).run(() -> opening(settings, context, profile), login);
    }

    private Opening opening(ImapSettings settings, SessionContext context, ImapProfile profile)
            throws FailureException {
        Tls tls = settings.security() == Security.NONE ? null : tls(settings);
        return new Opening(settings, context, profile, tls, watchdog, worked);
    }

    /** To read the machine's certificates takes longer than to connect. */
    private Tls tls(ImapSettings settings) throws FailureException {
        Trust trust = settings.trust().orElseGet(Trust.System::new);
        String key = trust + stamp(trust);
        Tls known = contexts.get(key);
        if (known == null) {
            known = Tls.of(trust);
            contexts.put(key, known);
        }
        return known;
    }

    /** A file may be replaced while we run. */
    private static String stamp(Trust trust) {
        if (!(trust instanceof Trust.CaFile file)) {
            return "";
        }
        try {
            return Files.getLastModifiedTime(file.file()).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
