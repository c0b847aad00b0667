package org.mailwain.ui.endpoints.internal;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.SharedScrolledComposite;
import org.mailwain.presenters.endpoints.ConnectionTest;
import org.mailwain.ui.Icons;
import org.mailwain.ui.editors.Names;

/** Steps with what each found; a sign and a word say how each went, never a colour alone. */
final class StepList {
    private static final int STEP_WIDTH = 130;
    private static final int STATE_WIDTH = 100;
    private static final int TEXT_WIDTH = 420;

    private final Table table;
    private final Label failed;
    private final Icons icons;

    StepList(FormToolkit toolkit, Composite parent) {
        table = new Table(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        toolkit.adapt(table, true, true);
        table.setHeaderVisible(true);
        table.setData("id", "test.steps");
        Names.give(table, EndpointPage.TEXTS.of("test"));
        icons = new Icons(new LocalResourceManager(JFaceResources.getResources(), table));
        column("steps.step", STEP_WIDTH);
        column("steps.state", STATE_WIDTH);
        column("steps.text", TEXT_WIDTH);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(300, 190)
                .applyTo(table);
        failed = toolkit.createLabel(parent, "", SWT.WRAP);
        failed.setData("id", "test.failed");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(300, SWT.DEFAULT)
                .applyTo(failed);
        table.addListener(SWT.Resize, event -> {
            int rest = table.getClientArea().width - STEP_WIDTH - STATE_WIDTH;
            table.getColumn(2).setWidth(Math.max(rest, TEXT_WIDTH));
        });
    }

    private void column(String key, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(EndpointPage.TEXTS.of(key));
        column.setWidth(width);
    }

    /** A page that scrolls learns how long it has become, and shows what went wrong. */
    private void reveal() {
        for (Composite at = table.getParent(); at != null; at = at.getParent()) {
            if (at instanceof SharedScrolledComposite page) {
                page.reflow(true);
                if (!failed.getText().isEmpty()) {
                    page.showControl(failed);
                }
            }
        }
    }

    void show(List<ConnectionTest.Line> lines) {
        table.setRedraw(false);
        for (int i = 0; i < lines.size(); i++) {
            ConnectionTest.Line line = lines.get(i);
            TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            item.setImage(0, icons.of("step_" + line.state().name().toLowerCase(java.util.Locale.ROOT)));
            item.setText(new String[] {
                EndpointPage.TEXTS.of("step." + line.step()),
                EndpointPage.TEXTS.of("state." + line.state()),
                line.text()
            });
        }
        table.setRedraw(true);
        failed.setText(lines.stream()
                .filter(line -> line.state() == ConnectionTest.State.FAILED)
                .map(line -> line.text().replace("&", "&&"))
                .findFirst()
                .orElse(""));
        failed.requestLayout();
        reveal();
    }
}
