package org.mailwain.mail.pop;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.mail.internal.pop.PopOpening;
import org.mailwain.mail.internal.pop.PopProbe;
import org.mailwain.mail.internal.wire.Tls;
import org.mailwain.mail.internal.wire.Watchdog;

/**
 * Opens POP3 mailboxes (RFC 1939, 2449, 2595, 5034) to read them: nothing is ever deleted or marked by us, though a
 * server may itself mark as seen what is read (Courier does, at once), or delete it (by its own rules). The inbox is the
 * only folder, and a session sees it as it was when it was opened. Messages are told apart by UIDL and, since equal
 * messages may share one, an ordinal. Thread-safe and without open connections of its own.
 */
public final class Pop {
    private final Watchdog watchdog = new Watchdog();
    private final Map<String, Tls> contexts = new ConcurrentHashMap<>();

    /** Connects and signs in; fails with a {@link org.mailwain.mail.MailFailure} or {@link PopFailure}. */
    public MailboxReader reader(PopSettings settings, Login login, SessionContext context) throws FailureException {
        return opening(settings, context).open(login);
    }

    /** Tries an endpoint as {@link org.mailwain.api.provider.EndpointProvider#probe} says. */
    public void probe(PopSettings settings, Login login, SessionContext context, ProbeSink sink)
            throws FailureException {
        new PopProbe(settings.security() != Security.NONE, sink).run(() -> opening(settings, context), login);
    }

    private PopOpening opening(PopSettings settings, SessionContext context) throws FailureException {
        Tls tls = settings.security() == Security.NONE
                ? null
                : tls(settings.trust().orElseGet(Trust.System::new));
        return new PopOpening(settings, context, tls, watchdog);
    }

    /** To read the machine's certificates takes longer than to connect. */
    private Tls tls(Trust trust) throws FailureException {
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
