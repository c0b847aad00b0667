package org.mailwain.start;

import org.eclipse.osgi.internal.framework.EquinoxConfiguration;
import org.eclipse.osgi.internal.loader.BundleLoader;
import org.eclipse.osgi.internal.loader.EquinoxClassLoader;
import org.eclipse.osgi.storage.BundleInfo.Generation;

/** The loader that the framework has of a bundle: classes come from the class path, all else from the bundle. */
final class SharedLoader extends EquinoxClassLoader {
    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final Activation activation;

    SharedLoader(ClassLoader parent, EquinoxConfiguration configuration, BundleLoader delegate, Generation generation) {
        super(parent, configuration, delegate, generation);
        activation = new Activation(generation.getRevision().getRevisions().getModule());
    }

    /** From the class path; from a fragment that somebody added, where it is not there. */
    @Override
    public Class<?> findLocalClass(String name) throws ClassNotFoundException {
        Class<?> found;
        try {
            found = SharedLoader.class.getClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            return super.findLocalClass(name);
        }
        activation.begin();
        return found;
    }
}
