package org.mailwain.ui.driver.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.mailwain.ui.driver.watch.UiThreadWatch;

/**
 * Weaves our classes as they are loaded. Needs ASM on the class path of the virtual machine, and
 * {@code org.osgi.framework.bootdelegation=org.mailwain.ui.driver.watch}.
 */
public final class WatchAgent {
    private static final String OURS = "org/mailwain/";
    private static final String TOOLS = "org/mailwain/ui/driver/";
    private static final String WATCH = "org/mailwain/ui/driver/watch/UiThreadWatch.class";

    private WatchAgent() {}

    /** As the virtual machine calls it. */
    public static void premain(String arguments, Instrumentation machine) throws IOException {
        // Alone in a jar: what else came from there would not find ASM.
        Path jar = Files.createTempFile("watch", ".jar");
        jar.toFile().deleteOnExit();
        try (InputStream code = WatchAgent.class.getClassLoader().getResourceAsStream(WATCH);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(WATCH));
            code.transferTo(out);
        }
        machine.appendToBootstrapClassLoaderSearch(new JarFile(jar.toFile()));
        machine.addTransformer(new Transformer());
    }

    private static final class Transformer implements ClassFileTransformer {
        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> before, ProtectionDomain domain, byte[] original) {
            if (name == null || !name.startsWith(OURS) || name.startsWith(TOOLS)) {
                return null;
            }
            try {
                return Weaver.weave(original);
            } catch (RuntimeException e) {
                // The virtual machine swallows it: a class that is not woven is one that nobody watches.
                UiThreadWatch.failed(name, e);
                return null;
            }
        }
    }
}
