package org.mailwain.tck.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.tck.WriterContract;
import org.mailwain.tck.WriterFixture;

/** Holds the contract against a session that lies: it must pass for the honest one, and fail for the liar. */
final class Bites {
    private Bites() {}

    /** The contract over a session that lies. */
    private static WriterContract under(UnaryOperator<MailboxWriter> lie) {
        WriterFixture fixture = new LyingFixture(lie);
        return new WriterContract() {
            @Override
            public WriterFixture fixture() {
                return fixture;
            }
        };
    }

    private static final class LyingFixture extends MemoryFixture {
        private final UnaryOperator<MailboxWriter> lie;

        LyingFixture(UnaryOperator<MailboxWriter> lie) {
            super(MemoryOptions.IMAP.multiAppend(2).pipelining(3));
            this.lie = lie;
        }

        @Override
        public MailboxWriter open(SessionContext context) throws FailureException {
            return lie.apply(super.open(context));
        }
    }

    interface Promise {
        void test(WriterContract contract) throws Exception;
    }

    static void caught(UnaryOperator<MailboxWriter> lie, Promise promise) throws Exception {
        promise.test(under(Through::new));
        AssertionError bite = null;
        try {
            promise.test(under(lie));
        } catch (AssertionError e) {
            bite = e;
        }
        assertThat(bite).as("what the contract says to the lie").isNotNull();
    }
}
