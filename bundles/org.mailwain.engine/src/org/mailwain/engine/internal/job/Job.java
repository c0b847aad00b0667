package org.mailwain.engine.internal.job;

import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.engine.Logins;
import org.mailwain.engine.internal.limit.EndpointGate;
import org.mailwain.ledger.MailboxKey;

/** Whose mailbox is worked on, by which rules, and with what. */
public final class Job {
    private final Shared shared;
    private final Batch batch;
    private final MailboxRow row;
    private final Filter filter;
    private final Login source;
    private final Endpoint sourceEndpoint;
    private final Login target;
    private final MailboxKey key;
    private final Stop stop;
    private final Reporter reporter;

    public Job(Shared shared, Batch batch, MailboxRow row, Logins logins, Progress progress, Stop stop)
            throws FailureException {
        this.shared = shared;
        this.batch = batch;
        this.row = row;
        this.filter = row.options().over(batch.filter());
        this.source = logins.source(row);
        this.sourceEndpoint = logins.sourceEndpoint(batch.source(), row);
        this.target = logins.target(row);
        this.key = key(shared, batch, source, target);
        this.stop = stop;
        this.reporter = new Reporter(progress, shared.clock(), row.label());
    }

    /** How the ledger calls the way from one mailbox to the other. */
    public static MailboxKey key(Shared shared, Batch batch, Login source, Login target) throws FailureException {
        return new MailboxKey(
                shared.source(batch.source()).address(batch.source()),
                source.mailbox(),
                shared.target(batch.target()).address(batch.target()),
                target.mailbox());
    }

    public Shared shared() {
        return shared;
    }

    public Batch batch() {
        return batch;
    }

    /** The source with the settings of this row. */
    public Endpoint sourceEndpoint() {
        return sourceEndpoint;
    }

    public MailboxRow row() {
        return row;
    }

    public Filter filter() {
        return filter;
    }

    public MailboxKey key() {
        return key;
    }

    public Stop stop() {
        return stop;
    }

    public Reporter reporter() {
        return reporter;
    }

    /** The batch's folder rules, with the row's own root in their place. */
    public FolderRules folderRules() {
        FolderRules rules = batch.folders();
        return row.options().targetRoot().isEmpty()
                ? rules
                : new FolderRules(
                        rules.specialUse(),
                        row.options().targetRoot(),
                        rules.rules(),
                        rules.subscriptions(),
                        rules.repair());
    }

    private static String account(Login login) {
        return login.signIn().authenticationId();
    }

    public Side<MailboxReader> sourceSide() throws FailureException {
        SourceProvider provider = shared.source(batch.source());
        EndpointGate gate = shared.sourceGate(batch.source());
        return new Side<>(this, gate, account(source), true, context -> provider.open(sourceEndpoint, source, context));
    }

    public Side<MailboxWriter> targetSide() throws FailureException {
        TargetProvider provider = shared.target(batch.target());
        EndpointGate gate = shared.targetGate(batch.target());
        return new Side<>(
                this, gate, account(target), false, context -> provider.open(batch.target(), target, context));
    }
}
