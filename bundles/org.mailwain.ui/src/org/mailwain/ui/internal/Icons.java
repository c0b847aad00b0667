package org.mailwain.ui.internal;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.mailwain.presenters.explorer.FileKind;

/** Pictures of the kinds of files, for as long as the view lives that shows them. UI thread. */
public final class Icons {
    private static final String BUNDLE = "org.mailwain.ui";

    private final ResourceManager resources;
    private final Map<FileKind, Image> images = new EnumMap<>(FileKind.class);

    public Icons(ResourceManager parent) {
        resources = new LocalResourceManager(parent);
    }

    public Image of(FileKind kind) {
        return images.computeIfAbsent(kind, wanted -> resources.create(descriptor(fileName(wanted))));
    }

    public void dispose() {
        resources.dispose();
    }

    private static String fileName(FileKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }
}
