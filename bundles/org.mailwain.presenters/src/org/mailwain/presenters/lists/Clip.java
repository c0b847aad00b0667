package org.mailwain.presenters.lists;

import java.util.ArrayList;
import java.util.List;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvFormat;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

/** Cells as spreadsheets put them on the clipboard: tabs between cells, quotes around those that hold a line end. */
public final class Clip {
    private static final CsvFormat TABS = new CsvFormat('\t', '"');

    private Clip() {}

    public static List<List<String>> read(String text) {
        CsvDocument document = CsvDocument.read("", new TextContent(text, Encoding.UTF_8), TABS);
        List<List<String>> block = new ArrayList<>();
        for (int row = 0; row < document.rows(); row++) {
            block.add(document.row(row).cells());
        }
        return block;
    }

    public static String write(List<List<String>> block) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : block) {
            text.append(String.join("\t", row.stream().map(TABS::write).toList()))
                    .append('\n');
        }
        return text.toString();
    }
}
