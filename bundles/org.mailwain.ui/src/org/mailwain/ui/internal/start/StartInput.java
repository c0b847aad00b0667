package org.mailwain.ui.internal.start;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.mailwain.ui.internal.Messages;

/** The one start page. */
public final class StartInput extends PlatformObject implements IEditorInput {
    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return Messages.of("start.title");
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return Messages.of("start.heading");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StartInput;
    }

    @Override
    public int hashCode() {
        return StartInput.class.hashCode();
    }
}
