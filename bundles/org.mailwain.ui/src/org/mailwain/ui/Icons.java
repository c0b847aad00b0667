package org.mailwain.ui;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.mailwain.presenters.explorer.FileKind;

/** Pictures of ours, drawn sharp at any zoom, for as long as the view lives that shows them. UI thread. */
public final class Icons {
    private static final String BUNDLE = "org.mailwain.ui";

    private final ResourceManager resources;
    private final Map<String, Image> images = new HashMap<>();

    public Icons(ResourceManager parent) {
        resources = new LocalResourceManager(parent);
    }

    public Image of(FileKind kind) {
        return of(kind.name().toLowerCase(Locale.ROOT));
    }

    /** @param name of an SVG in the bundle's {@code icons}, without the ending */
    public Image of(String name) {
        return images.computeIfAbsent(name, wanted -> resources.create(descriptor(wanted)));
    }

    public Image of(ImageDescriptor picture) {
        return resources.create(picture);
    }

    public static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    public void dispose() {
        resources.dispose();
    }
}
