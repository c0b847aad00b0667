package org.mailwain.ui.batches.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What the batch is called, and to where it goes. */
final class NameStep extends Step {
    private final List<Button> directions = new ArrayList<>();
    private Text name;

    NameStep(NewBatchWizard wizard) {
        super(wizard, "name", wizard.draft()::lackOfName);
    }

    @Override
    void fill(Composite body) {
        label(body, "name.name");
        name = named(new Text(body, SWT.BORDER), "name.name");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        name.addModifyListener(event -> changed());
        sentence(body, TEXTS.of("name.rule"));
        sentence(body, TEXTS.of("name.direction"));
        for (String kind : batch().services().services().targets().keySet().stream()
                .sorted()
                .toList()) {
            Button direction = new Button(body, SWT.RADIO);
            direction.setText(kindName("direction.", kind));
            direction.setData(kind);
            direction.setData("id", "newBatch.direction." + kind);
            GridDataFactory.fillDefaults().span(2, 1).indent(12, 0).applyTo(direction);
            direction.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
            directions.add(direction);
        }
        directions.stream()
                .filter(each -> !draft().endpoints((String) each.getData()).isEmpty())
                .findFirst()
                .or(() -> directions.stream().findFirst())
                .ifPresent(each -> each.setSelection(true));
    }

    static String kindName(String prefix, String kind) {
        return TEXTS.has(prefix + kind) ? TEXTS.of(prefix + kind) : TEXTS.of(prefix + "other", kind);
    }

    @Override
    void take() {
        draft().name(name.getText());
        String kind = directions.stream()
                .filter(Button::getSelection)
                .map(each -> (String) each.getData())
                .findFirst()
                .orElse("");
        draft().kinds(draft().sourceKind(), kind);
    }
}
