package org.mailwain.demo.exchange;

import java.io.IOException;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.demo.server.TokenCheck;

/**
 * Exchange Online by IMAP, as its capabilities and its clients describe it: tokens alone, no MULTIAPPEND, CONDSTORE or
 * SPECIAL-USE, {@code \Flagged} lost in an APPEND, lines of up to 10,500 bytes, no folder {@code Files}, names without
 * case. Not simulated: IDLE, that a message is taken apart and made anew, limits of rate (see {@link
 * org.mailwain.demo.server.Faults}).
 */
public final class ExchangeSimulator implements AutoCloseable {
    private static final int LARGEST = 36_700_160;

    private final DemoServer server;

    private ExchangeSimulator(DemoServer server) {
        this.server = server;
    }

    /** What the simulator does, over encryption and certificates of the test's own. */
    public static ServerOptions like(ServerOptions options) {
        return options.bare()
                .with(
                        Ability.SASL_IR,
                        Ability.ID,
                        Ability.NAMESPACE,
                        Ability.CHILDREN,
                        Ability.UNSELECT,
                        Ability.UIDPLUS,
                        Ability.MOVE,
                        Ability.LITERAL_PLUS)
                .maxMessage(LARGEST)
                .caseless()
                .exchange();
    }

    /** @param tokens who is let in */
    public static ExchangeSimulator start(ServerOptions options, TokenCheck tokens) throws IOException {
        return new ExchangeSimulator(
                DemoServer.start(like(options).withoutPasswords().tokens(tokens)));
    }

    public DemoServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
