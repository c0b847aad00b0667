package org.mailwain.ui.lists.internal;

import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.operations.ConnectOperation;
import org.mailwain.operations.ConnectOperation.EndpointTry;
import org.mailwain.operations.ConnectOperation.MailboxTry;
import org.mailwain.presenters.lists.RowResults;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.Texts;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;
import org.mailwain.ui.jobs.WorkContext;

/** Signs in for rows on both sides, as a job; each result stands in its row at once. */
final class RowTest {
    private static final Texts TEXTS = GridPage.TEXTS;

    private final ListEditor editor;
    private final MailboxGrid grid;

    RowTest(ListEditor editor, MailboxGrid grid) {
        this.editor = editor;
        this.grid = grid;
    }

    void start(List<Integer> rows) {
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
        List<String> labels = grid.labels(rows);
        labels.forEach(label -> grid.result(label, TEXTS.of("test.running")));
        WindowAsks asks = new WindowAsks(editor.getSite().getShell());
        new Background(grid.control().getDisplay())
                .start(
                        TEXTS.of("test.job", labels.size()),
                        context -> {
                            RowResults.test(
                                    editor.workspace().services(),
                                    file.project().folder(),
                                    batches.getFirst(),
                                    labels,
                                    asks,
                                    new Rows(context),
                                    context.cancel());
                            return true;
                        },
                        result -> ended(result, labels));
    }

    private void ended(Result<Boolean> result, List<String> labels) {
        if (!grid.control().isDisposed()) {
            labels.forEach(label -> grid.unfinished(label, TEXTS.of("test.running")));
            if (result instanceof Result.Failed<Boolean>(Failure failure)) {
                editor.bar().tell(editor.workspace().sentence(failure));
            }
        }
    }

    private final class Rows implements ConnectOperation.Sink {
        private final WorkContext context;

        Rows(WorkContext context) {
            this.context = context;
        }

        @Override
        public void endpoint(EndpointTry result) {
            result.steps().stream()
                    .filter(step -> step.failure() != null)
                    .findFirst()
                    .ifPresent(step -> context.show(
                            () -> editor.bar().tell(editor.workspace().sentence(step.failure()))));
        }

        @Override
        public void mailbox(MailboxTry result) {
            context.show(() -> grid.result(result.label(), text(result)));
        }

        private String text(MailboxTry result) {
            if (result.good()) {
                return TEXTS.of("test.good");
            }
            boolean source = result.source() != null;
            String sentence = editor.workspace().sentence(source ? result.source() : result.target());
            return TEXTS.of(source ? "test.source" : "test.target", sentence);
        }
    }
}
