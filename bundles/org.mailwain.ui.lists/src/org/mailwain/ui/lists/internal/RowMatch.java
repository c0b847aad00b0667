package org.mailwain.ui.lists.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.mailwain.operations.tenant.Matched;
import org.mailwain.presenters.lists.RowResults;
import org.mailwain.presenters.lists.TargetMatch;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.Texts;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Finds the mailbox of the target for each row, by rules that the person may change; the rest is chosen by hand. */
final class RowMatch {
    private static final Texts TEXTS = GridPage.TEXTS;
    private static final String USUAL = "address, proxy, login, name";

    private final ListEditor editor;
    private final GridPage page;
    private final MailboxGrid grid;
    private final Map<Integer, Matched> found = new HashMap<>();
    private String rules = USUAL;

    RowMatch(ListEditor editor, GridPage page, MailboxGrid grid) {
        this.editor = editor;
        this.page = page;
        this.grid = grid;
        // rows move with each edit, and what was found with them
        editor.editing().onChange(found::clear);
    }

    void start() {
        FileInput file = editor.file();
        List<String> batches =
                RowResults.batches(file.project().project(), file.file().name());
        if (batches.isEmpty()) {
            editor.bar().tell(TEXTS.of("test.unused"));
            return;
        }
        if (editor.isDirty()) {
            editor.bar().tell(TEXTS.of("test.unsaved"));
            return;
        }
        InputDialog dialog = new InputDialog(
                editor.getSite().getShell(), TEXTS.of("match"), TEXTS.of("match.rules"), rules, typed -> null);
        if (dialog.open() == Window.OK) {
            rules = dialog.getValue().isBlank() ? USUAL : dialog.getValue();
            find(batches.getFirst());
        }
    }

    private void find(String batch) {
        FileInput file = editor.file();
        List<String> wanted = List.of(rules.strip().split("\\s*,\\s*"));
        WindowAsks asks = new WindowAsks(editor.getSite().getShell());
        new Background(grid.control().getDisplay())
                .<List<Matched>>start(
                        TEXTS.of("match.job", file.file().name()),
                        context -> TargetMatch.find(
                                editor.workspace().services(),
                                file.project().folder(),
                                batch,
                                wanted,
                                asks,
                                context.cancel()),
                        this::ended);
    }

    private void ended(Result<List<Matched>> result) {
        if (grid.control().isDisposed()) {
            return;
        }
        switch (result) {
            case Result.Done<List<Matched>>(List<Matched> all) -> page.attempt(() -> show(all));
            case Result.Failed<List<Matched>>(var failure) ->
                editor.bar().tell(editor.workspace().sentence(failure));
            case Result.Cancelled<List<Matched>> cancelled -> {}
        }
    }

    private void show(List<Matched> all) throws org.mailwain.api.failure.FailureException {
        Map<Integer, Matched> results = TargetMatch.apply(editor.editing(), all);
        found.putAll(results);
        results.forEach(
                (row, matched) -> grid.labels(List.of(row)).forEach(label -> grid.result(label, text(matched))));
    }

    private static String text(Matched matched) {
        return switch (matched.state()) {
            case BY_HAND -> TEXTS.of("match.hand");
            case MATCHED -> TEXTS.of("match.found", matched.rule());
            case AMBIGUOUS -> TEXTS.of("match.many", String.join(", ", matched.addresses()));
            case UNMATCHED -> TEXTS.of("match.none");
        };
    }

    /** Addresses that contend for a row. */
    List<String> choices(int row) {
        return Optional.ofNullable(found.get(row))
                .filter(matched -> matched.state() == Matched.State.AMBIGUOUS)
                .map(Matched::addresses)
                .orElse(List.of());
    }

    void choose(int row, String address) {
        page.attempt(() -> TargetMatch.choose(editor.editing(), row, address));
    }
}
