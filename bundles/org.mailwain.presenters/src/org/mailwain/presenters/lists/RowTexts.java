package org.mailwain.presenters.lists;

import java.util.Arrays;
import java.util.Locale;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvRow;

/**
 * What can be found in each row: its cells that are no passwords, in lower case. Kept from one search to the next, since a
 * person types a word letter by letter; only rows that changed meanwhile are read again. For one thread.
 */
final class RowTexts {
    /** Between two cells; nobody types it. */
    private static final char BETWEEN = '\0';

    private CsvRow[] rows = {};
    private String[] texts = {};
    private boolean[] secret = {};

    /** Row 0 is the heading. @param now by column, whether its cells are passwords */
    void update(CsvDocument document, boolean[] now) {
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
