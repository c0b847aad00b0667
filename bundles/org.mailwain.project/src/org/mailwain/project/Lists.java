package org.mailwain.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.project.mailboxes.ListRules;
import org.mailwain.project.mailboxes.MailboxColumn;
import org.mailwain.project.mailboxes.MailboxList;

/** The mailbox lists of a project, each read once for all batches that understand it alike. For one thread. */
final class Lists {
    private record Key(String file, ListRules rules) {}

    private final ProjectFolder folder;
    private final Map<Key, MailboxList> read = new LinkedHashMap<>();

    Lists(ProjectFolder folder) {
        this.folder = folder;
    }

    MailboxList read(String file, ListRules rules) throws FailureException {
        Key key = new Key(file, rules);
        MailboxList list = read.get(key);
        if (list == null) {
            list = MailboxList.read(
                    file, folder.read(file, rules.settings().maxSize().count()), rules);
            read.put(key, list);
        }
        return list;
    }

    /** Of all lists; what two batches see alike is told once. */
    Set<Problem> problems() {
        Set<Problem> problems = new LinkedHashSet<>();
        for (MailboxList list : read.values()) {
            problems.addAll(list.problems());
            problems.addAll(secrecy(list));
        }
        return problems;
    }

    private List<Problem> secrecy(MailboxList list) {
        List<Problem> problems = new ArrayList<>();
        if (list.clearPasswords() > 0) {
            String file = list.document().file();
            MailboxColumn column = list.column(MailboxColumn.PASSWORD).isPresent()
                    ? MailboxColumn.PASSWORD
                    : MailboxColumn.TARGET_PASSWORD;
            problems.add(list.document()
                    .problem(
                            0,
                            list.column(column).orElseThrow(),
                            Severity.WARNING,
                            ProjectFailure.LIST_CLEAR_PASSWORDS.with(list.clearPasswords(), file),
                            List.of()));
            if (folder.isReadableByOthers(file)) {
                problems.add(new Problem(
                        file, 0, 0, 0, Severity.WARNING, ProjectFailure.LIST_READABLE.with(file), List.of()));
            }
        }
        return problems;
    }
}
