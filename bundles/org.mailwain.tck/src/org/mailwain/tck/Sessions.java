package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.tck.memory.MemoryBodies;

/** What contracts do with sessions again and again. */
final class Sessions {
    /** A call that may fail. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws Exception;
    }

    /** A call without a result. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    private Sessions() {}

    static SessionContext context() {
        return context(Cancel.NEVER, new MemoryBodies());
    }

    static SessionContext context(Cancel cancel, BodyStore bodies) {
        return new SessionContext(cancel, bodies, LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
    }

    static SessionContext context(LimitLease limits) {
        return new SessionContext(Cancel.NEVER, new MemoryBodies(), limits, Asks.NOBODY, Clock.systemUTC());
    }

    static List<ListedItem> list(MailboxReader session, FolderPath folder) throws FailureException {
        return list(session, ListRequest.all(folder));
    }

    static List<ListedItem> list(MailboxReader session, ListRequest request) throws FailureException {
        Listings sink = new Listings();
        session.list(Feed.of(List.of(request)), sink);
        return sink.only().items();
    }

    static Fetched fetch(MailboxReader session, FolderPath folder, List<ListedItem> items, FetchRequest.Part part)
            throws FailureException {
        Fetched sink = new Fetched();
        session.fetch(Feed.of(List.of(new FetchRequest(folder, items, part))), sink);
        assertThat(sink.all()).as("answers to a fetch").hasSameSizeAs(items);
        return sink;
    }

    /** Everything in a folder, in the order of its listing. */
    static List<Fetched.Got> read(MailboxReader session, FolderPath folder) throws FailureException {
        return read(session, folder, list(session, folder));
    }

    static List<Fetched.Got> read(MailboxReader session, FolderPath folder, List<ListedItem> items)
            throws FailureException {
        Fetched fetched = fetch(session, folder, items, FetchRequest.Part.FULL);
        List<Fetched.Got> ordered = new ArrayList<>();
        items.forEach(item -> ordered.add(fetched.of(item.id())));
        return ordered;
    }

    /** The Message-IDs of what a listing names, in its order. */
    static List<String> names(MailboxReader session, FolderPath folder, List<ListedItem> items)
            throws FailureException {
        return items.isEmpty()
                ? List.of()
                : read(session, folder, items).stream()
                        .map(got -> Mail.idOf(got.bytes()))
                        .toList();
    }

    /** Runs a call that has to end with a failure in time, and checks that the failure is well made. */
    static Failure failure(Duration within, Action action) {
        try {
            within(within, () -> {
                action.run();
                return null;
            });
        } catch (FailureException e) {
            check(e.failure());
            return e.failure();
        } catch (Exception e) {
            return fail("only a FailureException may leave a session", e);
        }
        return fail("the call came back without the failure that was due");
    }

    static <T> T within(Duration limit, Call<T> call) throws Exception {
        CompletableFuture<T> result = start(call);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return fail("no return within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    /** Runs a call on a thread of its own. */
    static <T> CompletableFuture<T> start(Call<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("tck").start(() -> {
            try {
                result.complete(call.run());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static Exception thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (Exception) cause;
    }

    /** Holds a failure against what every failure promises. */
    static void check(Failure failure) {
        assertThat(failure.code()).as("code").matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
        assertThat(failure.toString()).as("failure").doesNotContain(ProviderFixture.WRONG_PASSWORD);
    }

    static void checkEndsSession(Failure failure) {
        assertThat(failure.scope()).as("scope of %s", failure).isIn(Scope.MAILBOX, Scope.ENDPOINT);
        assertThat(failure.retryable()).as("%s may be tried again", failure).isTrue();
    }

    static void checkFolder(Failure failure) {
        assertThat(failure).as("failure").isNotNull();
        check(failure);
        assertThat(failure.scope()).as("scope of %s", failure).isEqualTo(Scope.FOLDER);
    }

    static void checkNotSame(Growth growth) {
        assertThat(growth).as("comparison after a change").isNotEqualTo(Growth.SAME);
    }
}
