package org.mailwain.ui.foldermaps.internal;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.api.folder.FolderMapper;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.operations.FolderTreesOperation.Planned;
import org.mailwain.operations.FolderTreesOperation.Trees;
import org.mailwain.presenters.foldermaps.MapPicture;
import org.mailwain.project.FolderMapFile;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** The trees, what is done with them, and what comes of it. */
final class MapPage extends FormPage {
    static final Texts TEXTS = Texts.beside(MapPage.class);

    private final MapEditor editor;
    private MapTrees trees;
    private Label sums;
    private Trees read;
    private Map<FolderPath, Planned> planned = Map.of();
    private int asked;

    MapPage(MapEditor editor) {
        super(editor, "org.mailwain.ui.foldermaps.map", TEXTS.of("page.map"));
        this.editor = editor;
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit toolkit = managed.getToolkit();
        managed.getForm().setText(TEXTS.of("heading", editor.map()));
        toolkit.decorateFormHeading(managed.getForm().getForm());
        Composite body = managed.getForm().getBody();
        GridLayoutFactory.swtDefaults().margins(12, 8).spacing(8, 8).applyTo(body);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.foldermap");
        new MailboxChoice(editor, toolkit, body, this::read, this::planned);
        trees = new MapTrees(editor, toolkit, body);
        GridDataFactory.fillDefaults().grab(true, true).hint(700, 360).applyTo(trees.control());
        sums = toolkit.createLabel(body, TEXTS.of("unread"), SWT.WRAP);
        sums.setData("id", "map.sums");
        GridDataFactory.fillDefaults().grab(true, false).hint(700, SWT.DEFAULT).applyTo(sums);
        // the rules are those of the project's model, which has read what stands in the editor
        Runnable leave = editor.project().onChange(this::paint);
        body.addDisposeListener(event -> leave.run());
    }

    private void read(Trees fresh) {
        read = fresh;
        planned = Map.of();
        paint();
    }

    private void planned(Map<FolderPath, Planned> counts) {
        planned = counts;
        paint();
    }

    /** The trees as the rules map them now; the newest wish alone is shown. */
    private void paint() {
        if (getManagedForm() == null || getManagedForm().getForm().isDisposed() || read == null) {
            return;
        }
        Optional<FolderRules> rules = editor.project()
                .project()
                .map(project -> project.folderMaps().get(editor.map()))
                .flatMap(FolderMapFile::rules);
        if (rules.isEmpty()) {
            sums.setText(TEXTS.of("broken"));
            return;
        }
        Trees of = read;
        Map<FolderPath, Planned> counted = planned;
        FolderMapper mapper = editor.workspace().services().mapper();
        int mine = ++asked;
        // the names that servers use for their folders are read from files once
        new Background(sums.getDisplay())
                .<MapPicture>quietly(
                        TEXTS.of("page.map"), context -> MapPicture.of(of, counted, rules.get(), mapper), result -> {
                            if (mine == asked
                                    && !sums.isDisposed()
                                    && result instanceof Result.Done<MapPicture>(MapPicture picture)) {
                                show(picture);
                            }
                        });
    }

    private void show(MapPicture picture) {
        trees.show(picture);
        sums.setText(TEXTS.of(
                planned.isEmpty() ? "sums" : "sums.planned",
                picture.items(),
                picture.links().size() - picture.leftOut() - picture.conflicts(),
                picture.made(),
                picture.leftOut(),
                picture.conflicts()));
        sums.getParent().layout(true);
    }

    @Override
    public void setFocus() {
        if (trees == null || !trees.focus()) {
            super.setFocus();
        }
    }
}
