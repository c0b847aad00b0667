package org.mailwain.ui.batches.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.presenters.batches.BatchField;
import org.mailwain.project.Project;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/** From where to where, who signs in, and what is done about flags. */
final class OverviewPage extends BatchPage {
    private static final int MOST_REMOVED = 100;

    private Button removes;

    OverviewPage(BatchEditor editor) {
        super(editor, "overview");
    }

    @Override
    void fill(Composite body, FormToolkit toolkit) {
        Composite way = fields().section(body, "section.way");
        named(way, "source", this::endpoints);
        named(way, "target", this::endpoints);
        signIn(body, "sourceSignIn");
        signIn(body, "targetSignIn");
        Composite passes = fields().section(body, "section.passes");
        named(passes, "flags", null);
        named(passes, "repairs", null);
        deletions(fields().section(body, "section.deletions"), toolkit);
    }

    private void deletions(Composite section, FormToolkit toolkit) {
        removes = toolkit.createButton(section, TEXTS.of("deletions.on"), SWT.CHECK);
        removes.setData("id", "deletions.on");
        GridDataFactory.fillDefaults().span(2, 1).applyTo(removes);
        BatchField.ofDeletions().forEach(field -> fields().field(section, field));
        YamlPath most = BatchField.DELETIONS.key("most");
        removes.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (removes.getSelection()) {
                batch().set(most, Optional.of(YamlValue.literal(MOST_REMOVED)));
            } else {
                batch().set(BatchField.DELETIONS, Optional.empty());
            }
        }));
    }

    @Override
    void update() {
        removes.setEnabled(batch().editing().isEditable());
        removes.setSelection(
                batch().editing().document().find(BatchField.DELETIONS).isPresent());
    }

    private void named(Composite section, String name, Supplier<List<String>> names) {
        BatchField field = BatchField.ofBatch().stream()
                .filter(some -> some.key().equals(name))
                .findFirst()
                .orElseThrow();
        if (names == null) {
            fields().field(section, field);
        } else {
            fields().field(section, field, names);
        }
    }

    private List<String> endpoints() {
        return batch().project()
                .project()
                .map(Project::endpoints)
                .map(all -> List.copyOf(all.keySet()))
                .orElse(List.of(""));
    }

    private void signIn(Composite body, String side) {
        Composite section = fields().section(body, "section." + side);
        List<String> forms = batch().workspace().services().forms().stream()
                .map(form -> form.id())
                .sorted()
                .toList();
        for (BatchField field : BatchField.ofSignIn(side)) {
            if (field.setting().name().equals("form")) {
                fields().field(section, field, () -> forms);
            } else {
                fields().field(section, field);
            }
        }
    }
}
