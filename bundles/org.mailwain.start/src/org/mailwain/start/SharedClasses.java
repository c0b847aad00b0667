package org.mailwain.start;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.osgi.internal.framework.EquinoxConfiguration;
import org.eclipse.osgi.internal.framework.EquinoxContainer;
import org.eclipse.osgi.internal.hookregistry.ClassLoaderHook;
import org.eclipse.osgi.internal.hookregistry.HookConfigurator;
import org.eclipse.osgi.internal.hookregistry.HookRegistry;
import org.eclipse.osgi.internal.loader.BundleLoader;
import org.eclipse.osgi.internal.loader.ModuleClassLoader;
import org.eclipse.osgi.storage.BundleInfo.Generation;
import org.osgi.framework.Bundle;

/**
 * Lets the bundles of the product have their classes from Java's class path, whose classes Java archives whole. Resolving,
 * services, extensions and resources stay the framework's. Bundles that stand elsewhere, which people added, keep a class
 * loader of their own. The framework makes one of these when the start names it.
 */
public final class SharedClasses implements HookConfigurator {
    private static final Map<File, Bundle> BUNDLES = new ConcurrentHashMap<>();

    private static volatile EquinoxContainer container;

    @Override
    public void addHooks(HookRegistry registry) {
        container = registry.getContainer();
        registry.addClassLoaderHook(new ClassLoaderHook() {
            @Override
            public ModuleClassLoader createClassLoader(
                    ClassLoader parent,
                    EquinoxConfiguration configuration,
                    BundleLoader delegate,
                    Generation generation) {
                return shared(generation) ? new SharedLoader(parent, configuration, delegate, generation) : null;
            }
        });
    }

    /** Whether the build put the bundle's jar on the class path: all beside this one are. */
    private static boolean shared(Generation generation) {
        File content = generation.getContent();
        return content != null && Home.PLUGINS.equals(content.getParentFile());
    }

    /** The bundle whose jar holds a class of the class path. */
    static Optional<Bundle> of(Class<?> type) {
        if (container == null || type.getClassLoader() != SharedClasses.class.getClassLoader()) {
            return Optional.empty();
        }
        File jar = Home.jar(type);
        Bundle known = BUNDLES.get(jar);
        return known != null ? Optional.of(known) : Optional.ofNullable(found(jar));
    }

    private static Bundle found(File jar) {
        container.getStorage().getModuleContainer().getModules().forEach(module -> {
            if (module.getCurrentRevision() != null
                    && module.getCurrentRevision().getRevisionInfo() instanceof Generation generation
                    && generation.getContent() != null) {
                BUNDLES.put(generation.getContent(), module.getBundle());
            }
        });
        return BUNDLES.get(jar);
    }

    /** Of a jar's address as Java has it, which escapes blanks and more. */
    static File file(URL address) {
        return new File(URI.create(address.toString()));
    }

    /** Where the jars of the class path are. */
    private static final class Home {
        static final File PLUGINS = jar(SharedClasses.class).getParentFile();

        static File jar(Class<?> type) {
            return file(type.getProtectionDomain().getCodeSource().getLocation());
        }
    }
}
