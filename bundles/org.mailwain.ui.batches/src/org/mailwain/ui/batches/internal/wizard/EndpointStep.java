package org.mailwain.ui.batches.internal.wizard;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** From which endpoint to which. */
final class EndpointStep extends Step {
    private Combo source;
    private Combo target;

    EndpointStep(NewBatchWizard wizard) {
        super(wizard, "endpoint", wizard.draft()::lackOfWay);
    }

    @Override
    void fill(Composite body) {
        source = combo(body, "endpoint.source");
        target = combo(body, "endpoint.target");
        sentence(body, TEXTS.of("endpoint.none"));
    }

    private Combo combo(Composite body, String key) {
        label(body, key);
        Combo combo = named(new Combo(body, SWT.READ_ONLY), key);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        return combo;
    }

    @Override
    void enter() {
        offer(source, draft().endpoints(draft().sourceKind()), "source");
        offer(target, draft().endpoints(draft().targetKind()), "target");
    }

    /** The one that is called as what it is, else the first. */
    private static void offer(Combo combo, List<String> names, String usual) {
        String before = combo.getText();
        combo.setItems(names.toArray(String[]::new));
        combo.select(Math.max(0, names.indexOf(names.contains(before) ? before : usual)));
    }

    @Override
    void take() {
        draft().way(source.getText(), target.getText());
    }
}
