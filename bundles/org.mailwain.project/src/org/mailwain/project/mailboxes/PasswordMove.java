package org.mailwain.project.mailboxes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvDocument.CellEdit;
import org.mailwain.project.settings.SecretNames;

/**
 * Moves the clear passwords of a list into the credential store and leaves {@code @store} in their cells. The store has
 * them before the list loses them, so a crash in between loses nothing.
 */
public final class PasswordMove {
    /** Under which names a row's passwords are kept. */
    public interface Paths {
        /** @param row with its login at the source */
        CredentialPath source(MailboxRow row) throws FailureException;

        /** @param row with its login at the target, see {@link MailboxRow#atTarget()} */
        CredentialPath target(MailboxRow row) throws FailureException;
    }

    private final MailboxList list;
    private final Map<CredentialPath, Secret> secrets = new LinkedHashMap<>();
    private final Map<CredentialPath, Integer> lines = new HashMap<>();
    private final List<CellEdit> edits = new ArrayList<>();

    private PasswordMove(MailboxList list) {
        this.list = list;
    }

    /**
     * @param paths of all batches that use the list; each gets every password
     * @return the list without clear passwords, still to be saved; the document itself where there were none
     * @throws FailureException {@link ProjectFailure#LIST_PASSWORDS_DIFFER} where two rows have different passwords for
     *     one login: then nothing is stored
     */
    public static CsvDocument move(MailboxList list, List<Paths> paths, CredentialStore store) throws FailureException {
        PasswordMove move = new PasswordMove(list);
        Map<Integer, Integer> rowOfLine = move.rowOfLine();
        for (MailboxRow row : list.rows()) {
            int at = rowOfLine.get(row.line());
            move.gather(row.password(), at, MailboxColumn.PASSWORD, paths, path -> path.source(row));
            move.gather(
                    row.target().password(),
                    at,
                    MailboxColumn.TARGET_PASSWORD,
                    paths,
                    path -> path.target(row.atTarget()));
        }
        if (move.edits.isEmpty()) {
            return list.document();
        }
        store.putAll(move.secrets);
        return list.document().with(move.edits);
    }

    private interface PathOf {
        CredentialPath of(Paths paths) throws FailureException;
    }

    private void gather(Optional<Secret> password, int row, MailboxColumn column, List<Paths> paths, PathOf path)
            throws FailureException {
        if (password.isEmpty()) {
            return;
        }
        int line = list.document().line(row);
        for (Paths each : paths) {
            CredentialPath name = path.of(each);
            Secret other = secrets.putIfAbsent(name, password.get());
            Integer first = lines.putIfAbsent(name, line);
            if (other != null && !other.equals(password.get())) {
                throw ProjectFailure.LIST_PASSWORDS_DIFFER.raise(
                        list.document().file(), String.valueOf(first), String.valueOf(line));
            }
        }
        edits.add(new CellEdit(row, list.column(column).orElseThrow(), SecretNames.IN_STORE));
    }

    private Map<Integer, Integer> rowOfLine() {
        Map<Integer, Integer> rows = new HashMap<>();
        for (int i = 0; i < list.document().rows(); i++) {
            rows.put(list.document().line(i), i);
        }
        return rows;
    }
}
