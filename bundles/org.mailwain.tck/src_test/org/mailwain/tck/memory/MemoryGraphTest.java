package org.mailwain.tck.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.api.mail.FolderPath.INBOX;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SystemFlag;
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
import org.mailwain.tck.WriterContract;
import org.mailwain.tck.WriterFixture;
import org.mailwain.tck.memory.Faults.Point;

class MemoryGraphTest {
    @Nested
    class Plain implements WriterContract {
        private final WriterFixture fixture = new Fixture(MemoryOptions.IMAP.itemLimit(4_000_000));

        @Override
        public WriterFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class Merging implements WriterContract {
        private final WriterFixture fixture = new Fixture(MemoryOptions.IMAP.merging(true));

        @Override
        public WriterFixture fixture() {
            return fixture;
        }
    }

    private final HandClock clock = new HandClock();
    private final MemoryGraph graph = new MemoryGraph(MemoryOptions.IMAP.clock(clock));

    private List<Outcome> append(int... numbers) throws FailureException {
        List<AppendItem> items = new ArrayList<>();
        for (int number : numbers) {
            Mail mail = Mail.number(number);
            items.add(new AppendItem(
                    new AppendKey(1, number),
                    Flags.of(SystemFlag.SEEN, SystemFlag.ANSWERED),
                    mail.received(),
                    MemoryBodies.of(mail.bytes())));
        }
        List<Outcome> outcomes = new ArrayList<>();
        SessionContext context =
                new SessionContext(Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, clock);
        try (MailboxWriter session = graph.open(context)) {
            session.append(
                    Feed.of(List.of(new AppendBatch(INBOX, 1, items))), (batch, those) -> outcomes.addAll(those));
        } catch (FailureException e) {
            assertThat(e.failure().is(MemoryFailure.CUT)).isTrue();
        }
        return outcomes;
    }

    @Test
    void aThrottledRequestIsRefusedUntilAMomentAndTheOthersGoOn() throws FailureException {
        graph.faults().at(Point.APPEND, 2).throttle(Duration.ofSeconds(20));
        List<Outcome> outcomes = append(1, 2, 3);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.failure().notBefore())
                                .isEqualTo(clock.instant().plusSeconds(20)));
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Stored.class);
        assertThat(graph.messages(INBOX)).hasSize(2);
    }

    @Test
    void aRequestThatWasCutAfterTheWriteShowsUpLater() throws FailureException {
        graph.faults().at(Point.ANSWER, 2).cut();
        graph.faults().landLate(Duration.ofSeconds(7));
        List<Outcome> outcomes = append(1, 2, 3);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
        assertThat(outcomes.subList(1, 3)).allMatch(Outcome.Unknown.class::isInstance);
        assertThat(graph.messages(INBOX)).hasSize(1);
        clock.advance(Duration.ofSeconds(7));
        assertThat(graph.messages(INBOX))
                .extracting(MemoryMessage::key)
                .containsExactly(Optional.of(new AppendKey(1, 1)), Optional.of(new AppendKey(1, 2)));
    }

    @Test
    void repliedIsLost() throws FailureException {
        append(1);
        assertThat(graph.messages(INBOX).getFirst().flags()).isEqualTo(Flags.of(SystemFlag.SEEN));
    }

    @Test
    void namesAreComparedWithoutCase() {
        assertThat(graph.create(FolderPath.of("Work"), Optional.empty())).isTrue();
        assertThat(graph.create(FolderPath.of("work"), Optional.empty())).isFalse();
    }

    /** A {@link MemoryGraph} under the contract. */
    private static final class Fixture implements WriterFixture {
        private final MemoryGraph graph;

        Fixture(MemoryOptions options) {
            this.graph = new MemoryGraph(options.timeout(patience()));
        }

        @Override
        public MailboxWriter open(SessionContext context) throws FailureException {
            return graph.open(context);
        }

        @Override
        public boolean create(FolderPath folder) {
            return graph.create(folder, Optional.empty()) || graph.folder(folder) != null;
        }

        @Override
        public boolean deliver(FolderPath folder, Mail mail) {
            graph.deliver(folder, Content.of(mail.bytes()), mail.flags(), mail.received());
            return true;
        }

        @Override
        public List<Mail> standing(FolderPath folder) {
            return graph.messages(folder).stream()
                    .map(m ->
                            new Mail(Mail.idOf(m.content().bytes()), m.content().bytes(), m.flags(), m.received()))
                    .toList();
        }

        @Override
        public Optional<String> snapshot() {
            StringBuilder all = new StringBuilder();
            graph.folders()
                    .forEach(
                            f -> all.append(f.path()).append(f.status().state()).append(graph.messages(f.path())));
            return Optional.of(all.toString());
        }

        private ItemId find(FolderPath folder, String messageId) {
            return graph.messages(folder).stream()
                    .filter(m -> Mail.idOf(m.content().bytes()).equals(messageId))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        @Override
        public boolean setFlags(FolderPath folder, String messageId, Flags flags) {
            graph.setFlags(folder, find(folder, messageId), flags);
            return true;
        }

        @Override
        public boolean expunge(FolderPath folder, String messageId) {
            graph.delete(folder, find(folder, messageId));
            return true;
        }

        @Override
        public boolean renewEpoch(FolderPath folder) {
            graph.renewEpoch(folder);
            return true;
        }

        @Override
        public boolean cut() {
            graph.cut();
            return true;
        }

        @Override
        public boolean hang() {
            graph.hang();
            return true;
        }

        @Override
        public boolean loseAnswers() {
            graph.faults().at(Point.ANSWER, 1).cut();
            graph.faults().inFlight(2);
            return true;
        }

        @Override
        public boolean refuse(String messageId) {
            graph.faults()
                    .refuse((folder, item, bytes) -> Mail.idOf(bytes).equals(messageId)
                            ? Optional.of(MemoryFailure.REFUSED.with())
                            : Optional.empty());
            return true;
        }

        @Override
        public boolean coarseMarks() {
            return true;
        }

        @Override
        public boolean keepsSubscriptions() {
            return false;
        }

        @Override
        public void calm() {
            // nothing is on its way
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(600);
        }
    }
}
