package org.mailwain.target.graph.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import okhttp3.OkHttpClient;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.NameRules;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.StandingSink;
import org.mailwain.api.provider.Traits;
import org.mailwain.target.graph.GraphSettings;
import org.mailwain.target.graph.Strategy;

/** A session on one mailbox of Microsoft 365. */
public final class GraphWriter implements MailboxWriter {
    private final Wire wire;
    private final FolderTree tree;
    private final Listing listing;
    private final Reading reading;
    private final Changing changing;
    private final Creator creator;
    private final Appending appending;
    private final Traits traits;

    GraphWriter(
            GraphSettings settings,
            Login login,
            SessionContext context,
            MailboxShare share,
            OkHttpClient client,
            ExecutorService threads) {
        String mailbox = login.mailbox();
        Paths paths = new Paths(mailbox);
        Properties properties = new Properties(settings);
        this.wire = new Wire(settings, mailbox, login.signIn().credential(), share.budget(), context.cancel(), client);
        this.tree = new FolderTree(wire, paths);
        this.reading = new Reading(wire, paths, tree, properties, context.bodies(), context.limits());
        this.listing = new Listing(wire, paths, tree, properties, reading);
        this.changing = new Changing(wire, paths, tree);
        this.creator = new Creator(wire, paths, tree, properties, changing, share);
        this.appending = new Appending(wire, tree, creator, context.limits(), threads, settings.concurrent());
        this.traits = new Traits(
                Traits.Fidelity.LOOSE,
                Traits.Fidelity.LOOSE,
                false,
                1,
                settings.concurrent(),
                true,
                true,
                settings.strategy() != Strategy.JSON,
                false,
                true,
                settings.itemLimit().count(),
                new NameRules("", 255, 300, true, true, Set.of(), Set.of()));
    }

    /** Tries whether the mailbox answers. */
    void open() throws FailureException {
        tree.id(FolderPath.INBOX);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public List<Folder> folders() throws FailureException {
        wire.check();
        return tree.folders();
    }

    @Override
    public FolderStatus state(FolderPath folder) throws FailureException {
        wire.check();
        return tree.status(folder);
    }

    @Override
    public List<FolderStatus> states(Collection<FolderPath> folders) throws FailureException {
        wire.check();
        return tree.statuses(List.copyOf(folders));
    }

    /** Nothing that Graph shows of a folder tells for certain that nothing changed. */
    @Override
    public Growth compare(FolderState before, FolderState now) {
        return Growth.LIST_AGAIN;
    }

    @Override
    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
        listing.list(requests, sink);
    }

    @Override
    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
        reading.fetch(requests, sink, listing);
    }

    @Override
    public void changes(FolderPath folder, FolderState since, ChangeSink sink) throws FailureException {
        wire.check();
        listing.changes(folder, sink);
    }

    @Override
    public List<EnsuredFolder> ensureFolders(List<FolderWish> wishes) throws FailureException {
        wire.check();
        creator.prepare();
        List<EnsuredFolder> all = new ArrayList<>();
        for (FolderWish wish : wishes) {
            try {
                FolderTree.Ensured ensured = tree.ensure(wish.path());
                all.add(new EnsuredFolder(wish.path(), ensured.created(), ensured.status(), null));
            } catch (FailureException e) {
                if (e.failure().scope() != Scope.FOLDER && e.failure().scope() != Scope.MESSAGE) {
                    throw e;
                }
                all.add(new EnsuredFolder(wish.path(), false, null, e.failure().at(Scope.FOLDER)));
            }
        }
        return all;
    }

    @Override
    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        appending.run(batches, sink);
    }

    @Override
    public void settle(FolderPath folder, Mark from, StandingSink sink) throws FailureException {
        wire.check();
        listing.settle(folder, from, sink);
    }

    @Override
    public List<Failure> setFlags(FolderPath folder, List<FlagChange> changes) throws FailureException {
        wire.check();
        return changing.setFlags(folder, changes);
    }

    @Override
    public void remove(FolderPath folder, List<ItemId> ids) throws FailureException {
        wire.check();
        changing.remove(folder, ids);
    }

    @Override
    public void close() {
        wire.close();
    }
}
