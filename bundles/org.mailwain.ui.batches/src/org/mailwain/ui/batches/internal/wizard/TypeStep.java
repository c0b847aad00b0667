package org.mailwain.ui.batches.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** What kind of server the mailboxes are on. */
final class TypeStep extends Step {
    private final List<Button> types = new ArrayList<>();

    TypeStep(NewBatchWizard wizard) {
        super(wizard, "type", wizard.draft()::lackOfKinds);
    }

    @Override
    void fill(Composite body) {
        for (String kind : batch().services().services().sources().keySet().stream()
                .sorted()
                .toList()) {
            Button type = new Button(body, SWT.RADIO);
            type.setText(NameStep.kindName("type.", kind));
            type.setData(kind);
            type.setData("id", "newBatch.type." + kind);
            GridDataFactory.fillDefaults().span(2, 1).applyTo(type);
            type.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
            types.add(type);
        }
        types.stream()
                .filter(each -> !draft().endpoints((String) each.getData()).isEmpty())
                .findFirst()
                .or(() -> types.stream().findFirst())
                .ifPresent(each -> each.setSelection(true));
    }

    @Override
    void take() {
        String kind = types.stream()
                .filter(Button::getSelection)
                .map(each -> (String) each.getData())
                .findFirst()
                .orElse("");
        draft().kinds(kind, draft().targetKind());
    }
}
