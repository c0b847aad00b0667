package org.mailwain.ui.foldermaps.internal;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.presenters.foldermaps.MapEditing;
import org.mailwain.presenters.foldermaps.MapPicture;
import org.mailwain.ui.Texts;

/** Source and target side by side with lines between; drawing, keys and buttons write rules. */
final class MapTrees {
    private static final Texts TEXTS = MapPage.TEXTS;

    private final MapEditor editor;
    private final Composite whole;
    private final FolderTree source;
    private final FolderTree target;
    private final LinkLines lines;
    private final Label says;
    private final MapButtons buttons;
    private MapPicture picture;

    MapTrees(MapEditor editor, FormToolkit toolkit, Composite parent) {
        this.editor = editor;
        whole = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(0, 6).applyTo(whole);
        buttons = new MapButtons(this, toolkit, whole);
        source = new FolderTree(whole, "map.source", TEXTS.of("tree.source"));
        lines = new LinkLines(whole);
        target = new FolderTree(whole, "map.target", TEXTS.of("tree.target"));
        source.column("tree.folder", 190, SWT.LEFT);
        source.column("tree.use", 80, SWT.LEFT);
        source.column("tree.count", 80, SWT.RIGHT);
        source.column("tree.goes", 170, SWT.LEFT);
        target.column("tree.folder", 190, SWT.LEFT);
        target.column("tree.use", 80, SWT.LEFT);
        target.column("tree.standing", 80, SWT.RIGHT);
        target.column("tree.coming", 80, SWT.RIGHT);
        target.column("tree.after", 80, SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, true).hint(380, 300).applyTo(source.control());
        GridDataFactory.fillDefaults().grab(false, true).hint(90, 300).applyTo(lines.control());
        GridDataFactory.fillDefaults().grab(true, true).hint(380, 300).applyTo(target.control());
        says = toolkit.createLabel(whole, TEXTS.of("says.none"), SWT.WRAP);
        says.setData("id", "map.says");
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, false)
                .hint(600, 36)
                .applyTo(says);
        lines.between(source, target);
        source.onSelect(this::selected);
        target.onSelect(this::selected);
        FolderDrag.from(source, target, this::map);
        selected();
    }

    Control control() {
        return whole;
    }

    boolean focus() {
        return source.control().setFocus();
    }

    void show(MapPicture fresh) {
        picture = fresh;
        source.show(FolderTree.Line.source(fresh));
        target.show(FolderTree.Line.target(fresh));
        lines.show(fresh);
        selected();
    }

    /** The target of the source folder that is selected is shown, and why it goes there. */
    private void selected() {
        Optional<FolderPath> from = source.selected();
        Optional<FolderMapping> link = picture == null ? Optional.empty() : from.flatMap(picture::link);
        lines.mark(from.orElse(null));
        boolean named = from.isPresent() && MapEditing.canBeNamed(from.get());
        boolean rule = from.isPresent() && new MapEditing(editor.editing()).hasRule(from.get());
        buttons.enable(named && target.selected().isPresent(), named, rule);
        says.setText(link.map(this::sentence).orElse(TEXTS.of(picture == null ? "says.unread" : "says.none")));
    }

    private String sentence(FolderMapping link) {
        if (link.conflict().isPresent()) {
            return "✗ " + editor.workspace().sentence(link.conflict().get());
        }
        StringBuilder text = new StringBuilder(TEXTS.of(
                "reason." + link.reason().name().toLowerCase(java.util.Locale.ROOT),
                link.source().path(),
                link.target().map(Object::toString).orElse("")));
        link.notes().forEach(note -> text.append(' ').append(editor.workspace().sentence(note)));
        return text.toString();
    }

    /** What is selected at the left goes to what is selected at the right. */
    void mapSelected() {
        if (source.selected().isPresent() && target.selected().isPresent()) {
            map(source.selected().get(), target.selected().get());
        }
    }

    private void map(FolderPath from, FolderPath to) {
        change(map -> map.map(from, to, buttons.below()));
    }

    void leaveOutSelected() {
        source.selected().ifPresent(from -> change(map -> map.leaveOut(from, buttons.below())));
    }

    void releaseSelected() {
        source.selected().ifPresent(from -> change(map -> map.release(from)));
    }

    @FunctionalInterface
    private interface Change {
        void on(MapEditing map) throws FailureException;
    }

    private void change(Change change) {
        try {
            change.on(new MapEditing(editor.editing()));
            editor.editing().pause();
        } catch (FailureException e) {
            says.setText(editor.workspace().sentence(e.failure()));
        }
    }
}
