package org.mailwain.ui.batches.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What is left out, and which folder goes where. */
final class FilterStep extends Step {
    private Combo map;
    private Text exclude;
    private Text after;
    private Text largest;

    FilterStep(NewBatchWizard wizard) {
        super(wizard, "filter", Optional::empty);
    }

    @Override
    void fill(Composite body) {
        label(body, "filter.map");
        map = named(new Combo(body, SWT.READ_ONLY), "filter.map");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(map);
        List<String> maps = new ArrayList<>(List.of(""));
        maps.addAll(draft().project().folderMaps().keySet());
        map.setItems(maps.stream()
                .map(each -> each.isEmpty() ? TEXTS.of("filter.usual") : each)
                .toArray(String[]::new));
        map.select(Math.min(1, maps.size() - 1));
        map.setData("values", maps);
        map.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        label(body, "filter.exclude");
        exclude = named(new Text(body, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL), "filter.exclude");
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 64).applyTo(exclude);
        exclude.addModifyListener(event -> changed());
        after = field(body, "filter.after", "2015-01-31");
        largest = field(body, "filter.largest", "35 MB");
        sentence(body, TEXTS.of("filter.later"));
    }

    private Text field(Composite body, String key, String example) {
        label(body, key);
        Text field = named(new Text(body, SWT.BORDER), key);
        field.setMessage(example);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        field.addModifyListener(event -> changed());
        return field;
    }

    @Override
    void take() {
        List<?> maps = (List<?>) map.getData("values");
        draft().filters(
                        (String) maps.get(Math.max(0, map.getSelectionIndex())),
                        exclude.getText(),
                        after.getText(),
                        largest.getText());
    }
}
