package org.mailwain.ui.internal.explorer;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.explorer.ExplorerItem.FileItem;
import org.mailwain.presenters.explorer.ExplorerItem.GroupItem;
import org.mailwain.presenters.explorer.ExplorerItem.ProjectItem;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.workspace.RunState;
import org.mailwain.ui.Icons;
import org.mailwain.ui.Texts;
import org.mailwain.ui.contrib.ExplorerNodes;

/** A name, and beside it in a lighter colour what is worth knowing: folder, how many, state and percent. */
final class ExplorerLabels extends StyledCellLabelProvider {
    private static final Texts TEXTS = Texts.beside(ExplorerLabels.class);

    private final Icons icons;

    ExplorerLabels(ResourceManager resources) {
        icons = new Icons(resources);
    }

    @Override
    public void update(ViewerCell cell) {
        StyledString text = text(cell.getElement());
        cell.setText(text.getString());
        cell.setStyleRanges(text.getStyleRanges());
        cell.setImage(image(cell.getElement()));
        super.update(cell);
    }

    /** What a filter looks at. */
    static String plain(Object element) {
        return text(element).getString();
    }

    private static StyledString text(Object element) {
        return switch (element) {
            case ProjectItem project -> noted(project.project().name(), projectNote(project));
            case GroupItem group ->
                noted(
                        TEXTS.of("group." + group.group()),
                        group.files().isEmpty() ? "" : "(" + group.files().size() + ")");
            case FileItem file -> noted(file.file().label(), note(file));
            case ExplorerNodes.Node node -> noted(node.label(), node.note());
            default -> new StyledString(String.valueOf(element));
        };
    }

    private static String projectNote(ProjectItem project) {
        return project.project().failure().isPresent() ? TEXTS.of("gone") : "";
    }

    private static StyledString noted(String label, String note) {
        StyledString text = new StyledString(label);
        return note.isEmpty() ? text : text.append(" " + note, StyledString.DECORATIONS_STYLER);
    }

    private static String note(FileItem file) {
        if (file.errors() > 0) {
            return TEXTS.of("errors", file.errors());
        }
        RunState run = file.run();
        if (run == null) {
            return "";
        }
        String state = TEXTS.of("state." + run.state());
        return run.active() && run.percent() >= 0 ? TEXTS.of("percent", state, run.percent()) : state;
    }

    private Image image(Object element) {
        return switch (element) {
            case ProjectItem project -> icons.of("project");
            case GroupItem group -> icons.of(FileKind.FOLDER);
            case FileItem file ->
                file.errors() > 0 ? faulty(file) : icons.of(file.file().kind());
            case ExplorerNodes.Node node -> node.image();
            default -> null;
        };
    }

    private Image faulty(FileItem file) {
        ImageDescriptor error =
                PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_DEC_FIELD_ERROR);
        return icons.of(new DecorationOverlayIcon(icons.of(file.file().kind()), error, IDecoration.BOTTOM_LEFT));
    }

    @Override
    public String getToolTipText(Object element) {
        return switch (element) {
            case ProjectItem project -> project.project().folder().toString();
            case FileItem file -> file.file().path().toString();
            default -> null;
        };
    }

    @Override
    public void dispose() {
        icons.dispose();
        super.dispose();
    }
}
