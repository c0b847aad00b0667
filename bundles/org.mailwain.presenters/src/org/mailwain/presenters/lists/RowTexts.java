package org.mailwain.presenters.lists;

import java.util.Arrays;
import java.util.Locale;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvRow;
import org.mailwain.project.mailboxes.MailboxColumn;

/**
 * What can be found in each row: its cells that are no passwords, in lower case. Kept from one search to the next, since a
 * person types a word letter by letter; only rows that changed meanwhile are read again. For one thread at a time.
 */
public final class RowTexts {
    /** Between two cells; nobody types it. */
    private static final char BETWEEN = '\0';

    private CsvRow[] rows = {};
    private String[] texts = {};
    private boolean[] secret = {};

    /** Those of a list as it is now; takes a while with many rows and belongs into the background. */
    public static RowTexts of(CsvDocument document) {
        RowTexts texts = new RowTexts();
        texts.update(document);
        return texts;
    }

    void update(CsvDocument document) {
        boolean[] now = secret(document);
        if (rows.length != document.rows() || !Arrays.equals(secret, now)) {
            rows = new CsvRow[document.rows()];
            texts = new String[document.rows()];
            secret = now.clone();
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != document.row(i)) {
                rows[i] = document.row(i);
                texts[i] = text(rows[i]);
            }
        }
    }

    /** By column, whether its cells are passwords; row 0 is the heading. */
    static boolean[] secret(CsvDocument document) {
        boolean[] secret =
                new boolean[document.rows() == 0 ? 0 : document.row(0).size()];
        for (int column = 0; column < secret.length; column++) {
            secret[column] = MailboxColumn.of(document.row(0).cell(column).strip())
                    .filter(MailboxColumn::isSecret)
                    .isPresent();
        }
        return secret;
    }

    private String text(CsvRow row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < secret.length; column++) {
            if (!secret[column]) {
                text.append(row.cell(column)).append(BETWEEN);
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** @param row from 0, without the heading; @param wanted in lower case */
    boolean holds(int row, String wanted) {
        return texts[row + 1].contains(wanted);
    }
}
