package org.mailwain.source.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.rig.Rig;
import org.mailwain.tck.ReaderContract;
import org.mailwain.tck.ReaderFixture;
import org.mailwain.tck.wire.ImapFixture;

/**
 * The contract of a source, on a real server (Dovecot, since no Exchange can be had) behind a line that takes no more
 * than Exchange does.
 */
class ExchangeContractTest implements ReaderContract {
    private static final String USER = Rig.user(4);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Rig rig = Rig.with(Rig.Server.SOURCE);
    private final StrictLine line;
    private final ImapFixture fixture;

    ExchangeContractTest() {
        int port = rig.imap(Rig.Server.SOURCE);
        try {
            line = new StrictLine(port);
            fixture = new ImapFixture("127.0.0.1", port, line.port(), USER, Rig.PASSWORD, ExchangeContractTest::open) {
                @Override
                public Duration patience() {
                    return PATIENCE;
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MailboxReader open(String host, int port, SessionContext context) throws FailureException {
        ImapSettings settings =
                ImapSettings.of(host, Optional.of(port), Security.NONE).within(PATIENCE, PATIENCE);
        Endpoint endpoint =
                new Endpoint("old", "exchange", new ExchangeSettings(settings, List.of()), EndpointLimits.DEFAULT);
        Login login = new Login(USER, SignIn.password(USER, Secret.of(Rig.PASSWORD)), Optional.empty());
        return new ExchangeSource().open(endpoint, login, context);
    }

    @Override
    public ReaderFixture fixture() {
        return fixture;
    }

    @AfterEach
    void nothingWasSaidThatExchangeRefuses() throws IOException {
        assertThat(line.refused()).isEmpty();
        line.close();
    }
}
