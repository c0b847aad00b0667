package org.mailwain.demo.gmail;

import java.io.IOException;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.ServerOptions;

/**
 * Gmail's side of IMAP, simulated: X-GM-EXT-1, XLIST and SPECIAL-USE with localised names, LITERAL- and not LITERAL+,
 * CONDSTORE and not QRESYNC, no MULTIAPPEND, messages of at most 35,651,584 bytes, few connections for an account, a
 * limit on what is given out. Left out are COMPRESS, UTF8=ACCEPT, QUOTA, SEARCH X-GM-RAW and every change by a client.
 */
public final class GmailSimulator implements AutoCloseable {
    private static final int CONNECTIONS = 15;
    private static final int LARGEST = 35_651_584;

    private final DemoServer server;

    private GmailSimulator(DemoServer server) {
        this.server = server;
    }

    /** @param options encryption, certificates and limits of the test's own; abilities are Gmail's */
    public static GmailSimulator start(ServerOptions options) throws IOException {
        if (options.maxConnections() == Integer.MAX_VALUE) {
            options.maxConnections(CONNECTIONS);
        }
        options.bare()
                .with(
                        Ability.SASL_IR,
                        Ability.ID,
                        Ability.ENABLE,
                        Ability.NAMESPACE,
                        Ability.CHILDREN,
                        Ability.LIST_EXTENDED,
                        Ability.LIST_STATUS,
                        Ability.SPECIAL_USE,
                        Ability.UNSELECT,
                        Ability.UIDPLUS,
                        Ability.CONDSTORE,
                        Ability.LITERAL_MINUS,
                        Ability.APPENDLIMIT)
                .maxMessage(LARGEST)
                .labels();
        return new GmailSimulator(DemoServer.start(options));
    }

    public DemoServer server() {
        return server;
    }

    /** A mailbox with its special folders. */
    public GmailMailbox add(String user, String password, GmailLanguage language) {
        return new GmailMailbox(server.add(user, password), language);
    }

    @Override
    public void close() {
        server.close();
    }
}
