package org.mailwain.tck.memory;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.NameRules;
import org.mailwain.api.signin.SignIn;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;
import org.mailwain.tck.WriterContract;
import org.mailwain.tck.WriterFixture;

class MemoryWriterTest {
    /** All extensions, limits, names cut short. */
    @Nested
    class Modern implements WriterContract {
        private final WriterFixture fixture =
                new MemoryFixture(MemoryOptions.IMAP.qresync(true).ownKeys(true).itemLimit(5_000_000));

        @Override
        public WriterFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class Plain implements WriterContract {
        private final WriterFixture fixture = new MemoryFixture(MemoryOptions.PLAIN);

        @Override
        public WriterFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class Merging implements WriterContract {
        private final WriterFixture fixture = new MemoryFixture(MemoryOptions.IMAP
                .merging(true)
                .multiAppend(3)
                .pipelining(2)
                .flagsAfterAppend(true)
                .names(NameRules.delimitedBy(".")));

        @Override
        public WriterFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class Provider implements ProviderContract, ProviderFixture {
        private final MemoryProvider provider = new MemoryProvider().with("somebody", new MemoryMailbox());

        @Override
        public ProviderFixture fixture() {
            return this;
        }

        @Override
        public MemoryProvider provider() {
            return provider;
        }

        @Override
        public Endpoint endpoint() {
            return provider.endpoint("server");
        }

        @Override
        public Login login() {
            return new Login("somebody", SignIn.password("somebody", Secret.of("right")), Optional.empty());
        }

        @Override
        public Optional<Login> wrongLogin() {
            return Optional.of(
                    new Login("nobody", SignIn.password("nobody", Secret.of(WRONG_PASSWORD)), Optional.empty()));
        }

        @Override
        public Optional<Endpoint> dead() {
            return Optional.empty();
        }
    }
}
