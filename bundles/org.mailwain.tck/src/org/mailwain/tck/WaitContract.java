package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.tck.memory.MemoryBodies;

/** Lost connections, silence, close and cancel: every wait ends. */
public interface WaitContract extends MailboxContract {
    /** What close and cancel have time for. */
    Duration AT_ONCE = Duration.ofSeconds(1);

    @Test
    default void aLostConnectionEndsTheSessionAndANewOneGoesOn() throws Exception {
        FolderPath place = placeWith(3);
        try (MailboxReader session = open()) {
            List<ListedItem> items = Sessions.list(session, place);
            assertThat(items).hasSize(3);
            MailboxContract.needs(fixture().cut(), "cut connections");
            Sessions.checkEndsSession(
                    Sessions.failure(fixture().patience().plusSeconds(2), () -> Sessions.read(session, place, items)));
            Sessions.failure(AT_ONCE, () -> Sessions.read(session, place, items));
        }
        try (MailboxReader session = open()) {
            assertThat(Sessions.read(session, place)).hasSize(3);
        }
    }

    @Test
    default void aConnectionLostWhileFetchingLeavesNoBodyOpen() throws Exception {
        FolderPath place = place();
        deliver(place, List.of(Mail.number(1), Samples.large(2, 4_000_000), Samples.large(3, 4_000_000)));
        MemoryBodies bodies = new MemoryBodies();
        try (MailboxReader session = fixture().open(Sessions.context(Cancel.NEVER, bodies))) {
            List<ListedItem> items = Sessions.list(session, place);
            MailboxContract.needs(fixture().cut(), "cut connections");
            Sessions.failure(
                    fixture().patience().plusSeconds(2),
                    () -> session.fetch(
                            Feed.of(List.of(new FetchRequest(place, items, FetchRequest.Part.FULL))), new Fetched()));
        }
        assertThat(bodies.open()).as("bodies left open").isZero();
    }

    @Test
    default void silenceEndsAtTheTimeLimit() throws Exception {
        FolderPath place = placeWith(1);
        try (MailboxReader session = open()) {
            List<ListedItem> items = Sessions.list(session, place);
            MailboxContract.needs(fixture().hang(), "fall silent");
            Sessions.checkEndsSession(
                    Sessions.failure(fixture().patience().plusSeconds(2), () -> Sessions.read(session, place, items)));
        }
    }

    @Test
    default void closeUnblocksWhoeverWaits() throws Exception {
        FolderPath place = placeWith(1);
        MailboxReader session = open();
        List<ListedItem> items = Sessions.list(session, place);
        MailboxContract.needs(fixture().hang(), "fall silent");
        CompletableFuture<?> waiting = Sessions.start(() -> Sessions.read(session, place, items));
        Thread.sleep(300);
        assertThat(waiting).as("the call before the close").isNotDone();
        Sessions.within(AT_ONCE, () -> {
            session.close();
            return null;
        });
        assertThat(cause(waiting)).isInstanceOf(FailureException.class);
    }

    @Test
    default void cancelUnblocksWhoeverWaits() throws Exception {
        FolderPath place = placeWith(1);
        CancelSource cancel = new CancelSource();
        try (MailboxReader session = fixture().open(Sessions.context(cancel, new MemoryBodies()))) {
            List<ListedItem> items = Sessions.list(session, place);
            MailboxContract.needs(fixture().hang(), "fall silent");
            CompletableFuture<?> waiting = Sessions.start(() -> Sessions.read(session, place, items));
            Thread.sleep(300);
            assertThat(waiting).as("the call before the cancel").isNotDone();
            cancel.request();
            assertThat(cause(waiting)).isInstanceOf(CancelledException.class);
        }
    }

    /** What a call ends with that has to end at once. */
    private static Throwable cause(CompletableFuture<?> waiting) throws Exception {
        try {
            waiting.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return e.getCause() instanceof CompletionException nested ? nested.getCause() : e.getCause();
        }
        throw new AssertionError("the call came back as if nothing had happened");
    }

    @Test
    default void aCancelBeforehandLetsNothingBegin() throws Exception {
        FolderPath place = placeWith(1);
        CancelSource cancel = new CancelSource();
        try (MailboxReader session = fixture().open(Sessions.context(cancel, new MemoryBodies()))) {
            cancel.request();
            assertThatThrownBy(() -> Sessions.list(session, place)).isInstanceOf(CancelledException.class);
        }
        assertThatThrownBy(() -> fixture()
                        .open(Sessions.context(cancel, new MemoryBodies()))
                        .close())
                .isInstanceOf(CancelledException.class);
    }

    @Test
    default void aClosedSessionFailsAndClosesTwice() throws Exception {
        FolderPath place = placeWith(1);
        MailboxReader session = open();
        session.close();
        session.close();
        Sessions.failure(AT_ONCE, () -> session.state(place));
        Sessions.failure(AT_ONCE, session::folders);
        Sessions.failure(AT_ONCE, () -> Sessions.list(session, place));
        try (MailboxReader next = open()) {
            assertThat(next.state(place)).isNotNull();
        }
    }
}
