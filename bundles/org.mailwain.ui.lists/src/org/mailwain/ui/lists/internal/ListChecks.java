package org.mailwain.ui.lists.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListProblems;
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
    private ListProblems problems = ListProblems.NONE;
    private CsvDocument checked;
    private ListRules checkedBy;

    ListChecks(FileInput input, ListEditing editing, Display display) {
        this.input = input;
        this.editing = editing;
        this.display = display;
    }

    ListProblems problems() {
        return problems;
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
        checked = document;
        checkedBy = by;
        new Background(display)
                .quietly(TEXTS.of("checking", input.getName()), context -> ListProblems.of(document, by), result -> {
                    if (document == editing.document() && result instanceof Result.Done<ListProblems>(var found)) {
                        problems = found;
                        listeners.forEach(Runnable::run);
                    }
                });
    }
}
