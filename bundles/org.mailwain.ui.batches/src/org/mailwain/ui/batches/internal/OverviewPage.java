package org.mailwain.ui.batches.internal;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.presenters.batches.BatchField;
import org.mailwain.project.Project;

/** From where to where, who signs in, and what is done about flags. */
final class OverviewPage extends BatchPage {
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
