package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.Traits;

/** An IMAP mailbox that is only read: EXAMINE and BODY.PEEK, nothing else. */
public class ImapReader implements MailboxReader {
    final Session session;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<Thread> working = new AtomicReference<>();
    private Traits traits;

    public ImapReader(Session session) {
        this.session = session;
    }

    /** A call of the session's; while it runs, whoever closes must not write. */
    interface Call<R> {
        R run() throws FailureException;
    }

    final <R> R call(Call<R> call) throws FailureException {
        return callEarly(() -> {
            session.agree();
            return call.run();
        });
    }

    /** For what sees itself to it that the first answers are known. */
    private <R> R callEarly(Call<R> call) throws FailureException {
        working.set(Thread.currentThread());
        try {
            return call.run();
        } catch (FailureException e) {
            session.obey(e.failure());
            session.settled(e.failure().scope());
            throw e;
        } catch (RuntimeException e) {
            session.settled(Scope.MAILBOX);
            throw e;
        } finally {
            working.set(null);
        }
    }

    /** Waits for the server's first answers where none was needed before; a lost connection shows with the next call. */
    @Override
    public Traits traits() {
        if (traits == null) {
            try {
                traits = call(() -> Capabilities.traits(session));
            } catch (FailureException e) {
                return Capabilities.traits(session);
            }
        }
        return traits;
    }

    @Override
    public List<Folder> folders() throws FailureException {
        return callEarly(() -> new Lister(session).list(true));
    }

    @Override
    public FolderStatus state(FolderPath folder) throws FailureException {
        return states(List.of(folder)).getFirst();
    }

    @Override
    public List<FolderStatus> states(Collection<FolderPath> folders) throws FailureException {
        return call(() -> {
            List<StatusAnswer> answers = new ArrayList<>();
            for (FolderPath folder : folders) {
                answers.add(StatusAnswer.send(session, folder));
            }
            session.pipeline.await();
            List<FolderStatus> states = new ArrayList<>();
            for (StatusAnswer answer : answers) {
                states.add(answer.state().status());
            }
            return states;
        });
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        return ImapState.of(now).since(ImapState.of(before));
    }

    @Override
    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
        call(() -> {
            new Listing(session, sink).run(requests);
            return null;
        });
    }

    @Override
    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
        call(() -> {
            new Fetching(session, sink).run(requests);
            return null;
        });
    }

    @Override
    public void changes(FolderPath folder, FolderState since, ChangeSink sink) throws FailureException {
        call(() -> {
            new Changes(session, folder, ImapState.of(since), sink).run();
            return null;
        });
    }

    @Override
    public Optional<Predicate<ItemId>> search(FolderPath folder, String criteria) throws FailureException {
        return call(() -> Optional.of(new Searching(session, folder, criteria).run()));
    }

    /** In the middle of a call, from another thread, the connection is cut; else we say good-bye. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (working.get() == null) {
            session.leave();
        } else {
            session.close();
        }
    }
}
