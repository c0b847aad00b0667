package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.tck.Mail;
import org.mailwain.tck.memory.MemoryBodies;

/** Many mailboxes side by side in a small heap; 500 with {@code -Dmailwain.graph.mailboxes=500 -Xmx512m}. */
class ManyMailboxesTest {
    private static final int MAILBOXES = Integer.getInteger("mailwain.graph.mailboxes", 12);
    private static final int MESSAGES = 10;

    @Test
    void manyMailboxesAreWrittenAtOnce() throws Exception {
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true);
                ExecutorService threads = Executors.newFixedThreadPool(MAILBOXES)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < MAILBOXES; i++) {
                String address = "user" + i + "@contoso.example";
                tenant.simulator().tenant().mailbox(address);
                all.add(threads.submit(() -> write(tenant, address)));
            }
            for (Future<Integer> one : all) {
                assertThat(one.get()).isEqualTo(MESSAGES);
            }
            for (int i = 0; i < MAILBOXES; i++) {
                assertThat(tenant.simulator()
                                .tenant()
                                .find("user" + i + "@contoso.example")
                                .mailbox()
                                .folder("inbox")
                                .messages())
                        .hasSize(MESSAGES);
            }
        }
    }

    private static int write(GraphFixture tenant, String address) throws FailureException {
        SessionContext context = new SessionContext(
                Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
        GraphSettings patient =
                tenant.settings().within(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(5));
        List<Outcome> outcomes = new ArrayList<>();
        try (MailboxWriter session = tenant.provider().open(tenant.endpoint(patient), tenant.login(address), context)) {
            List<AppendBatch> batches = new ArrayList<>();
            for (int i = 1; i <= MESSAGES; i++) {
                Mail mail = Mail.number(i);
                AppendItem item =
                        new AppendItem(new AppendKey(1, i), Flags.NONE, mail.received(), MemoryBodies.of(mail.bytes()));
                batches.add(new AppendBatch(FolderPath.INBOX, i, List.of(item)));
            }
            session.append(Feed.of(batches), (batch, those) -> outcomes.addAll(those));
        }
        return (int) outcomes.stream().filter(Outcome.Stored.class::isInstance).count();
    }
}
