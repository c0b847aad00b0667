package org.mailwain.report.internal.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailwain.report.NoteKind;
import org.mailwain.report.internal.file.Counting;
import org.mailwain.report.internal.file.ReportFolder;

/** The listed items of one kind in one mailbox: rows in a file of their own until it is known how many there are. */
final class Section {
    /** Up to so many stand on the mailbox's own page. */
    static final int INLINE = 250;

    static final int PAGE = 1000;

    private final NoteKind kind;
    private final String base;
    private final Path part;
    private final Counting counting;
    private final Html html;
    private final List<Long> offsets = new ArrayList<>();
    private final Map<Integer, Long> firstOfFolder = new HashMap<>();
    private int folder = -1;
    private long count;

    /** @param base name of the mailbox's page without its ending */
    Section(NoteKind kind, String base, ReportFolder out) throws IOException {
        this.kind = kind;
        this.base = base;
        this.part = out.part(base + '-' + kind.name());
        this.counting = new Counting(out.writePart(part));
        this.html = new Html(counting);
    }

    void forget() throws IOException {
        Files.deleteIfExists(part);
    }

    NoteKind kind() {
        return kind;
    }

    long count() {
        return count;
    }

    /** Begins the next row's group where a folder or a page begins, and returns where to write the row. */
    Html next(int folderIndex, Runnable groupHead) {
        boolean page = count % PAGE == 0;
        if (page || folderIndex != folder) {
            endGroup();
            if (page) {
                html.flush();
                offsets.add(counting.count());
            }
            folder = folderIndex;
            firstOfFolder.putIfAbsent(folderIndex, count);
            html.open("tbody");
            groupHead.run();
        }
        count++;
        return html;
    }

    Html html() {
        return html;
    }

    String nextAnchor() {
        return anchor(count);
    }

    private void endGroup() {
        if (folder >= 0) {
            html.close("tbody");
        }
    }

    /** Nothing is added any more. */
    void finish() {
        endGroup();
        html.end();
        offsets.add(counting.count());
    }

    boolean isInline() {
        return count <= INLINE;
    }

    int pages() {
        return offsets.size() - 1;
    }

    void copyPage(int page, OutputStream out) throws IOException {
        ReportFolder.copy(part, offsets.get(page - 1), offsets.get(page), out);
    }

    String name() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String anchor(long row) {
        return name() + '-' + (row + 1);
    }

    String pageName(int page) {
        return base + '-' + name() + '-' + page + ".html";
    }

    /** Where the folder's first item of this kind stands, seen from the mailbox's page; null where it has none. */
    String place(int folderIndex) {
        Long row = firstOfFolder.get(folderIndex);
        if (row == null) {
            return null;
        }
        return isInline() ? '#' + anchor(row) : pageName((int) (row / PAGE) + 1) + '#' + anchor(row);
    }
}
