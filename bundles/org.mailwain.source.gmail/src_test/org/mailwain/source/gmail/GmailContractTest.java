package org.mailwain.source.gmail;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.Login;
import org.mailwain.demo.gmail.GmailLanguage;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;
import org.mailwain.tck.ReaderContract;
import org.mailwain.tck.ReaderFixture;

/** The contracts of a source, on the simulator. */
class GmailContractTest {
    abstract static class With implements ReaderContract {
        private final GmailFixture fixture;

        With(LabelStrategy strategy) {
            fixture = new GmailFixture(strategy, GmailLanguage.GERMAN, new ServerOptions());
        }

        @Override
        public ReaderFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class ByPriority extends With {
        ByPriority() {
            super(LabelStrategy.ONE_FOLDER);
        }
    }

    @Nested
    class Provider implements ProviderContract, ProviderFixture {
        private final GmailFixture gmail = new GmailFixture();

        @AfterEach
        void stop() throws IOException {
            gmail.close();
        }

        @Override
        public ProviderFixture fixture() {
            return this;
        }

        @Override
        public EndpointProvider provider() {
            return new GmailSource();
        }

        @Override
        public Endpoint endpoint() {
            return gmail.endpoint(gmail.gmail.server().port());
        }

        @Override
        public Login login() {
            return GmailFixture.login(GmailFixture.PASSWORD);
        }

        @Override
        public Optional<Login> wrongLogin() {
            return Optional.of(GmailFixture.login(WRONG_PASSWORD));
        }

        @Override
        public Optional<Endpoint> dead() {
            return Optional.of(gmail.endpoint(1));
        }
    }
}
