package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.tck.memory.MemoryBodies;

/** What was sent and not answered: said to be unknown, never sent again, and found out by settling. */
public interface UnknownContract extends WritableContract {
    /** Batches of two messages each: 1 and 2, 3 and 4, and so on. */
    private List<AppendBatch> pairs(MailboxWriter session, FolderPath place, int count) {
        int most = session.traits().perAppend() == 1 ? 1 : 2;
        return batches(session, place, Samples.mails(count), most);
    }

    private void assertUnknownFromTheSecondOn(BreakingFeed feed, Answers answers) {
        assertThat(feed.drawn()).as("batches drawn").hasSizeGreaterThan(1);
        assertThat(answers.batches()).as("batches answered").containsExactlyElementsOf(feed.drawn());
        int first = feed.drawn().getFirst().items().size();
        assertThat(answers.outcomes().subList(0, first)).allMatch(Outcome.Stored.class::isInstance);
        assertThat(answers.outcomes().subList(first, answers.outcomes().size()))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> Sessions.check(unknown.failure())));
    }

    /** After everything has landed: nothing twice, the first batch there, and settling sees what there is. */
    private void assertSettles(FolderPath place, Mark mark, BreakingFeed feed) throws Exception {
        fixture().calm();
        List<String> standing = fixture().standing(place).stream().map(Mail::id).toList();
        assertThat(standing).as("what stands there").doesNotHaveDuplicates();
        int first = feed.drawn().getFirst().items().size();
        assertThat(standing)
                .containsAll(Samples.mails(first).stream().map(Mail::id).toList());
        try (MailboxWriter session = write()) {
            List<String> settled = new ArrayList<>();
            session.settle(
                    place,
                    mark,
                    page -> page.forEach(s ->
                            settled.add(Mail.idOf(("Message-ID: " + s.identity().value("message-id")).getBytes()))));
            assertThat(settled).containsExactlyElementsOf(standing);
        }
    }

    private void breakAndSettle(Sessions.Call<Boolean> breaks) throws Exception {
        FolderPath place = place();
        Mark mark;
        BreakingFeed feed;
        Answers answers = new Answers();
        try (MailboxWriter session = write()) {
            mark = ensure(session, place).status().mark();
            feed = new BreakingFeed(
                    pairs(session, place, 12),
                    answers,
                    () -> assertThat(breaks.run()).isTrue());
            Failure failure =
                    Sessions.failure(fixture().patience().plusSeconds(4), () -> session.append(feed, answers));
            Sessions.checkEndsSession(failure);
            assertUnknownFromTheSecondOn(feed, answers);
            Sessions.failure(WaitContract.AT_ONCE, () -> session.state(place));
        }
        assertSettles(place, mark, feed);
    }

    @Test
    default void aLostConnectionLeavesWhatWasDrawnUnknown() throws Exception {
        try (MailboxWriter session = write()) {
            session.state(FolderPath.INBOX);
            MailboxContract.needs(fixture().cut(), "cut connections");
        }
        breakAndSettle(() -> fixture().cut());
    }

    @Test
    default void lostAnswersLeaveWhatWasWrittenUnknown() throws Exception {
        FolderPath place = place();
        Mark mark;
        BreakingFeed feed;
        Answers answers = new Answers();
        try (MailboxWriter session = write()) {
            mark = ensure(session, place).status().mark();
            boolean[] lost = new boolean[1];
            feed = new BreakingFeed(
                    pairs(session, place, 12),
                    answers,
                    () -> lost[0] = fixture().loseAnswers());
            Failure failure = null;
            try {
                session.append(feed, answers);
            } catch (FailureException e) {
                failure = e.failure();
            }
            MailboxContract.needs(lost[0], "lose answers");
            assertThat(failure).as("failure of the append").isNotNull();
            Sessions.checkEndsSession(failure);
            assertUnknownFromTheSecondOn(feed, answers);
        }
        assertSettles(place, mark, feed);
    }

    @Test
    default void silenceLeavesWhatWasDrawnUnknown() throws Exception {
        try (MailboxWriter session = write()) {
            session.state(FolderPath.INBOX);
            MailboxContract.needs(fixture().hang(), "fall silent");
        }
        breakAndSettle(() -> fixture().hang());
    }

    @Test
    default void cancelLeavesWhatWasDrawnUnknownWithinASecond() throws Exception {
        FolderPath place = place();
        CancelSource cancel = new CancelSource();
        Answers answers = new Answers();
        BreakingFeed feed;
        Mark mark;
        try (MailboxWriter session = fixture().open(Sessions.context(cancel, new MemoryBodies()))) {
            mark = ensure(session, place).status().mark();
            boolean[] silent = new boolean[1];
            feed = new BreakingFeed(
                    pairs(session, place, 8),
                    answers,
                    () -> silent[0] = fixture().hang());
            CompletableFuture<Throwable> end = Sessions.start(() -> {
                try {
                    session.append(feed, answers);
                    return null;
                } catch (CancelledException e) {
                    return e;
                }
            });
            Thread.sleep(300);
            MailboxContract.needs(silent[0], "fall silent");
            assertThat(end).as("the append before the cancel").isNotDone();
            cancel.request();
            assertThat(end.get(WaitContract.AT_ONCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(CancelledException.class);
            assertUnknownFromTheSecondOn(feed, answers);
        }
        assertSettles(place, mark, feed);
    }
}
