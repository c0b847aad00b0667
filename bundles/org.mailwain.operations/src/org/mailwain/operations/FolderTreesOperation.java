package org.mailwain.operations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.NameRules;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.engine.FolderPlan;

/** Reads the folder trees of one mailbox on both sides, and writes nothing. */
public final class FolderTreesOperation {
    private final BatchWork work;
    private final String mailbox;

    /** @param mailbox a name of a row, or null for the first of the list */
    public FolderTreesOperation(BatchWork work, String mailbox) {
        this.work = work;
        this.mailbox = mailbox;
    }

    /**
     * What stands on both sides, as the folder map sees it.
     *
     * @param source with what each folder holds, where the server tells
     * @param names what the target takes as a name
     */
    public record Trees(String mailbox, List<Folder> source, List<Folder> target, NameRules names) {
        public Trees {
            source = List.copyOf(source);
            target = List.copyOf(target);
        }
    }

    /** Blocks within the endpoints' limits; a cancel closes the session that is at work. */
    public Trees read(Cancel cancel) throws FailureException {
        MailboxRow row = row();
        SessionContext context =
                new SessionContext(cancel, new NoBodies(), LimitLease.UNLIMITED, work.asks(), Clock.systemUTC());
        List<Folder> source = source(row, context);
        cancel.check();
        try (MailboxWriter writer = work.services()
                        .target(work.batch().target().kind())
                        .open(
                                work.batch().target(),
                                work.logins(context.cancel()).target(row),
                                context);
                Cancel.Registration closing = cancel.onCancel(writer::close)) {
            return new Trees(
                    row.label(), source, counted(writer), writer.traits().names());
        } catch (FailureException e) {
            throw cancelled(cancel, e);
        }
    }

    /**
     * What a run over one source folder would do.
     *
     * @param items that would be copied, or recognised on the target
     * @param skipped what rules leave out
     */
    public record Planned(long items, long bytes, long skipped) {}

    /** Lists the mailbox, as a plan does; folders that are left out or could not be listed are missing. */
    public Map<FolderPath, Planned> plan(Cancel cancel) throws FailureException {
        Map<FolderPath, Planned> counts = new HashMap<>();
        new PlanOperation(work, List.of(row().label()))
                .plan(
                        plan -> {
                            if (plan.failure() != null) {
                                throw new FailureException(plan.failure());
                            }
                            plan.folders().stream()
                                    .filter(folder -> folder.standing() >= 0)
                                    .forEach(folder -> counts.put(
                                            folder.source(),
                                            new Planned(
                                                    folder.items(),
                                                    folder.bytes(),
                                                    folder.skipped().stream()
                                                            .mapToLong(FolderPlan.Skipped::items)
                                                            .sum())));
                        },
                        cancel);
        return counts;
    }

    private MailboxRow row() throws FailureException {
        List<MailboxRow> rows = work.matchedRows(mailbox == null ? List.of() : List.of(mailbox));
        return rows.getFirst();
    }

    private List<Folder> source(MailboxRow row, SessionContext context) throws FailureException {
        try (MailboxReader reader = work.services()
                        .source(work.batch().source().kind())
                        .open(
                                work.logins().sourceEndpoint(work.batch().source(), row),
                                work.logins(context.cancel()).source(row),
                                context);
                Cancel.Registration closing = context.cancel().onCancel(reader::close)) {
            return counted(reader);
        } catch (FailureException e) {
            throw cancelled(context.cancel(), e);
        }
    }

    /** What fails because a cancel closed the connection is the cancel. */
    private static FailureException cancelled(Cancel cancel, FailureException failed) {
        return cancel.requested() ? new CancelledException() : failed;
    }

    private static List<Folder> counted(MailboxReader reader) throws FailureException {
        List<Folder> folders = reader.folders();
        List<FolderPath> unknown = folders.stream()
                .filter(folder -> folder.selectable() && folder.status() == null)
                .map(Folder::path)
                .toList();
        Map<FolderPath, FolderStatus> statuses = new HashMap<>();
        if (!unknown.isEmpty()) {
            List<FolderStatus> told = reader.states(unknown);
            for (int i = 0; i < told.size(); i++) {
                statuses.put(unknown.get(i), told.get(i));
            }
        }
        List<Folder> all = new ArrayList<>();
        for (Folder folder : folders) {
            FolderStatus status = statuses.get(folder.path());
            all.add(status == null ? folder : folder.with(status));
        }
        return all;
    }
}
