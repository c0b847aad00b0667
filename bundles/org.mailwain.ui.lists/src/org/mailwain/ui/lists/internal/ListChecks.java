package org.mailwain.ui.lists.internal;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListProblems;
import org.mailwain.presenters.lists.RowTexts;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.mailboxes.ListRules;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Looks for what is wrong with a list, in the background, a moment after its last change. UI thread. */
final class ListChecks {
    private static final Texts TEXTS = Texts.beside(ListChecks.class);
    private static final int MOMENT_MILLIS = 300;

    private final List<Runnable> listeners = new ArrayList<>();
    private final FileInput input;
    private final ListEditing editing;
    private final Display display;
    private final Runnable check = this::check;
    private ListRules rules;
    private Found found = new Found(ListProblems.NONE, null, null);
    private CsvDocument checked;
    private ListRules checkedBy;

    /**
     * @param unsaved what would be written; null where the file holds it already
     * @param texts what can be searched; null where that was read before
     */
    private record Found(ListProblems problems, byte[] unsaved, RowTexts texts) {
        static Found in(CsvDocument document, ListRules rules, boolean dirty, boolean first) {
            return new Found(
                    ListProblems.of(document, rules),
                    dirty ? bytes(document) : null,
                    first ? RowTexts.of(document) : null);
        }

        private static byte[] bytes(CsvDocument document) {
            try {
                return document.content().encode();
            } catch (CharacterCodingException e) {
                ILog.of(ListChecks.class).warn(document.file(), e);
                return null;
            }
        }
    }

    ListChecks(FileInput input, ListEditing editing, Display display) {
        this.input = input;
        this.editing = editing;
        this.display = display;
    }

    ListProblems problems() {
        return found.problems();
    }

    /** The list as it would be written, as it was checked last; null where the file holds it already. */
    byte[] unsaved() {
        return found.unsaved();
    }

    /** What can be searched, where it was just read for the first time; else null. */
    RowTexts texts() {
        return found.texts();
    }

    void onResult(Runnable listener) {
        listeners.add(listener);
    }

    void soon(ListRules now) {
        rules = now;
        display.timerExec(MOMENT_MILLIS, check);
    }

    private void check() {
        CsvDocument document = editing.document();
        ListRules by = rules;
        if (document == checked && by.equals(checkedBy)) {
            return;
        }
        boolean dirty = editing.isDirty();
        boolean first = checked == null;
        checked = document;
        checkedBy = by;
        new Background(display)
                .quietly(
                        TEXTS.of("checking", input.getName()),
                        context -> Found.in(document, by, dirty, first),
                        result -> {
                            if (document == editing.document() && result instanceof Result.Done<Found>(var fresh)) {
                                found = fresh;
                                listeners.forEach(Runnable::run);
                            }
                        });
    }
}
