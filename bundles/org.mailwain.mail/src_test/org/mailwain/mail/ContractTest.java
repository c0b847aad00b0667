package org.mailwain.mail;

import org.junit.jupiter.api.Nested;
import org.mailwain.demo.exchange.ExchangeSimulator;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.support.DemoFixture;
import org.mailwain.tck.WriterContract;
import org.mailwain.tck.WriterFixture;

/** The contracts of readers and writers, against servers that can do much and little. */
class ContractTest {
    abstract static class On implements WriterContract {
        private final WriterFixture fixture;

        On(ServerOptions options) {
            fixture = new DemoFixture(options);
        }

        @Override
        public WriterFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class AServerThatCanDoMuch extends On {
        AServerThatCanDoMuch() {
            super(new ServerOptions());
        }
    }

    @Nested
    class AServerThatCanDoNothingBesides extends On {
        AServerThatCanDoNothingBesides() {
            super(new ServerOptions().bare());
        }
    }

    @Nested
    class AServerWithAPrefixAndSmallLiterals extends On {
        AServerWithAPrefixAndSmallLiterals() {
            super(DemoFixture.without(Ability.LITERAL_PLUS, Ability.LIST_STATUS, Ability.CONDSTORE)
                    .with(Ability.LITERAL_MINUS)
                    .prefix("INBOX.")
                    .delimiter('.'));
        }
    }

    @Nested
    class AServerLikeExchange extends On {
        AServerLikeExchange() {
            super(ExchangeSimulator.like(new ServerOptions()));
        }
    }

    @Nested
    class AServerThatLimits extends On {
        AServerThatLimits() {
            super(new ServerOptions().maxMessage(3_000_000).withoutKeywords());
        }
    }
}
