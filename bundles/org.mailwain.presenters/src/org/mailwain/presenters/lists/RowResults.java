package org.mailwain.presenters.lists;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.operations.ConnectOperation;
import org.mailwain.operations.OpenOperation;
import org.mailwain.operations.Services;
import org.mailwain.operations.StatusOperation;
import org.mailwain.project.Project;

/** What a batch knows of the rows of a list: states of their mailboxes, results of tests. By label of the row. */
public final class RowResults {
    private RowResults() {}

    /** Batches that use a list, by name. */
    public static List<String> batches(Optional<Project> project, String list) {
        return project.map(read -> read.batches().values().stream()
                        .filter(batch -> batch.list()
                                .map(read.folder()::name)
                                .filter(list::equals)
                                .isPresent())
                        .map(batch -> batch.name())
                        .toList())
                .orElse(List.of());
    }

    /** States from the ledger; empty where the batch never ran. Waits. */
    public static Map<String, MailboxState> states(Services services, Path folder, String batch)
            throws FailureException {
        Map<String, MailboxState> states = new LinkedHashMap<>();
        OpenOperation opening = new OpenOperation(services, folder, Asks.NOBODY);
        for (StatusOperation.Mailbox mailbox :
                new StatusOperation(opening.batch(batch)).status().mailboxes()) {
            states.put(mailbox.label(), mailbox.state());
        }
        return states;
    }

    /** Signs in for rows on both sides; waits. @param labels of the rows */
    public static void test(
            Services services,
            Path folder,
            String batch,
            List<String> labels,
            Asks asks,
            ConnectOperation.Sink sink,
            org.mailwain.api.progress.Cancel cancel)
            throws FailureException {
        new ConnectOperation(new OpenOperation(services, folder, asks).batch(batch), labels).connect(sink, cancel);
    }
}
