package org.mailwain.ui;

import java.nio.file.Path;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.mailwain.presenters.editing.EditedFile;
import org.mailwain.presenters.workspace.ProjectModel;

/**
 * A file of an open project in an editor, read already, so that no editor waits for a disk while it opens; made by
 * {@link Editors}. Equal by path, so that a file has one editor.
 */
public final class FileInput extends PlatformObject implements IEditorInput {
    private final ProjectModel project;
    private final EditedFile file;
    private final byte[] bytes;

    /** @param bytes what the file holds, as {@link EditedFile#load} gave it */
    public FileInput(ProjectModel project, EditedFile file, byte[] bytes) {
        this.project = project;
        this.file = file;
        this.bytes = bytes;
    }

    public ProjectModel project() {
        return project;
    }

    public EditedFile file() {
        return file;
    }

    public Path path() {
        return file.path();
    }

    /** What the file held when it was opened. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return path().getFileName().toString();
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return path().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileInput input && input.path().equals(path());
    }

    @Override
    public int hashCode() {
        return path().hashCode();
    }
}
