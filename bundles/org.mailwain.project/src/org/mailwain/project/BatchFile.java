package org.mailwain.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.failure.Problem;
import org.mailwain.project.mailboxes.ListRules;
import org.mailwain.project.mailboxes.MailboxList;
import org.mailwain.project.yaml.YamlDocument;

/**
 * A {@code NAME.batch.yaml}, with the mailbox list that it names. The list stands under {@code mailboxes}, alone or as
 * {@code list} in a group with what is to be said of it; {@code columns} there maps our headings to the list's own.
 *
 * @param settings empty where they could not be read
 * @param list path of the mailbox list, empty where there is none
 * @param rules how the list is understood
 * @param mailboxes the list, empty where it could not be read; it may have problems of its own
 * @param batch empty where a problem keeps it from being run
 * @param problems of this file; those of the list are the list's
 */
public record BatchFile(
        String name,
        YamlDocument document,
        Optional<BatchSettings> settings,
        Optional<Path> list,
        Optional<ListRules> rules,
        Optional<MailboxList> mailboxes,
        Optional<Batch> batch,
        List<Problem> problems) {
    public static final String SUFFIX = ".batch.yaml";
}
