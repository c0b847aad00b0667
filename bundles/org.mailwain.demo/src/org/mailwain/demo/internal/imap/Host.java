package org.mailwain.demo.internal.imap;

import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.ServerOptions;

/** The server as its connections see it. Thread-safe. */
public interface Host {
    ServerOptions options();

    FaultPlan faults();

    /** Makes the server's side of TLS; null without encryption. */
    SSLSocketFactory tls();

    /** @param as whom to act for, or null */
    Optional<DemoAccount> signIn(String user, byte[] password, String as);

    Optional<DemoAccount> byToken(String user, String token);

    /** A command begins; for tests that look at what a client asked for. */
    void note(String command);

    /** Does something after its connection has gone. */
    void later(Runnable work);
}
