package org.mailwain.ui.batches.internal.wizard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.operations.ConnectOperation;
import org.mailwain.presenters.batches.Prerequisites;
import org.mailwain.presenters.batches.Prerequisites.Finding;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** What has to be there first, ticked where it is. Nobody is held up here: what is missing can come later. */
final class PrerequisitesStep extends Step {
    private Table table;
    private Button check;

    PrerequisitesStep(NewBatchWizard wizard) {
        super(wizard, "needs", Optional::empty);
    }

    @Override
    void fill(Composite body) {
        table = named(new Table(body, SWT.BORDER | SWT.FULL_SELECTION), "needs.title");
        table.setHeaderVisible(true);
        for (int width : new int[] {90, 460}) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setWidth(width);
        }
        table.getColumn(0).setText(TEXTS.of("needs.state"));
        table.getColumn(1).setText(TEXTS.of("needs.need"));
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(540, 170)
                .applyTo(table);
        check = new Button(body, SWT.PUSH);
        check.setText(TEXTS.of("needs.check"));
        check.setData("id", "newBatch.check");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(check);
        check.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> ask()));
        sentence(body, TEXTS.of("needs.people"));
    }

    @Override
    void take() {
        // nothing is typed here
    }

    @Override
    void enter() {
        show(new Prerequisites(draft()).ofFiles());
    }

    private void ask() {
        check.setEnabled(false);
        Prerequisites needs = new Prerequisites(draft());
        WindowAsks asks = new WindowAsks(getShell());
        new Background(getShell().getDisplay())
                .<List<Finding>>start(
                        TEXTS.of("work.check"),
                        context -> needs.ofServers((name, cancel) -> failure(name, asks, cancel), context.cancel()),
                        result -> {
                            if (!table.isDisposed()) {
                                check.setEnabled(true);
                                if (result instanceof Result.Done<List<Finding>>(List<Finding> findings)) {
                                    show(findings);
                                }
                            }
                        });
    }

    private Optional<Failure> failure(String name, WindowAsks asks, Cancel cancel) throws FailureException {
        Optional<Endpoint> endpoint = draft().project().endpoint(name);
        // what keeps its file from being used is told by the need before
        return endpoint.isEmpty()
                ? Optional.empty()
                : ConnectOperation.reach(batch().services().services(), endpoint.get(), asks, cancel);
    }

    private void show(List<Finding> findings) {
        table.removeAll();
        for (Finding finding : findings) {
            String key = finding.need().name().toLowerCase(Locale.ROOT);
            String reason = finding.reason()
                    .map(failure -> " " + batch().services().sentence(failure))
                    .orElse("");
            new TableItem(table, SWT.NONE).setText(new String[] {
                TEXTS.of("needs." + finding.state().name().toLowerCase(Locale.ROOT)), TEXTS.of("needs." + key) + reason
            });
        }
    }
}
