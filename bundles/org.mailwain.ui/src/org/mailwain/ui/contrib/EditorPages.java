package org.mailwain.ui.contrib;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.ui.editors.YamlEditor;

/** Adds pages to the editors of one kind of file. Without state. */
public interface EditorPages {
    /** Whose editors get the pages. */
    FileKind kind();

    /** Pages with a small number stand first; those of the editor itself before all. */
    int order();

    void addTo(YamlEditor editor) throws PartInitException;

    /** All for a file, in order. */
    static List<EditorPages> of(Path file) {
        FileKind kind = FileKind.ofFile(file.getFileName().toString());
        return PlatformUI.getWorkbench().getService(Contributions.class).pages(kind);
    }
}
