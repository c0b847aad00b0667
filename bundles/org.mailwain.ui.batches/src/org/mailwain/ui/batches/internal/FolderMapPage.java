package org.mailwain.ui.batches.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.mailwain.presenters.batches.BatchField;
import org.mailwain.project.FolderMapFile;
import org.mailwain.project.Project;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.ui.Editors;

/** Which folder map holds, and what it says. */
final class FolderMapPage extends BatchPage {
    private Label says;
    private Hyperlink open;

    FolderMapPage(BatchEditor editor) {
        super(editor, "folders");
    }

    @Override
    void fill(Composite body, FormToolkit toolkit) {
        Composite section = fields().section(body, "section.folders");
        BatchField field = BatchField.ofBatch().stream()
                .filter(some -> some.key().equals("folders"))
                .findFirst()
                .orElseThrow();
        fields().field(section, field, this::maps);
        says = toolkit.createLabel(section, "", SWT.WRAP);
        says.setData("id", "folders.says");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(400, SWT.DEFAULT)
                .applyTo(says);
        open = toolkit.createHyperlink(section, TEXTS.of("folders.open"), SWT.NONE);
        open.setData("id", "folders.open");
        GridDataFactory.swtDefaults().span(2, 1).applyTo(open);
        open.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                event -> named().ifPresent(name -> new Editors(getSite().getPage()).open(file(name)))));
    }

    private Path file(String name) {
        return batch().project().folder().resolve(name + FolderMapFile.SUFFIX);
    }

    private List<String> maps() {
        return batch().project()
                .project()
                .map(Project::folderMaps)
                .map(all -> List.copyOf(all.keySet()))
                .orElse(List.of(""));
    }

    private Optional<String> named() {
        return batch().editing().value(YamlPath.of("folders"));
    }

    @Override
    void update() {
        Optional<FolderMapFile> map = named().flatMap(name ->
                batch().project().project().map(read -> read.folderMaps().get(name)));
        open.setVisible(map.isPresent());
        says.setText(map.flatMap(FolderMapFile::rules)
                .map(rules -> TEXTS.of(
                        "folders.says",
                        TEXTS.of("folders.use." + rules.specialUse().name().toLowerCase(java.util.Locale.ROOT)),
                        rules.rules().size(),
                        rules.root().map(Object::toString).orElse("/")))
                .orElseGet(() -> TEXTS.of(named().isEmpty() ? "folders.usual" : "folders.broken")));
        says.getParent().layout(true, true);
    }
}
