package org.mailwain.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The folder where the product stands. It may be read only. */
record Installation(Path folder, String version) {
    static Installation of(Class<?> inPlugins) throws URISyntaxException {
        Path jar = Path.of(
                inPlugins.getProtectionDomain().getCodeSource().getLocation().toURI());
        String name = jar.getFileName().toString();
        return new Installation(
                jar.toAbsolutePath().normalize().getParent().getParent(),
                name.substring(name.indexOf('_') + 1, name.length() - ".jar".length()));
    }

    Path configuration() {
        return folder.resolve("configuration");
    }

    /** The list of the bundles that a configuration starts. */
    static Path bundles(Path configuration) {
        return configuration.resolve("org.eclipse.equinox.simpleconfigurator/bundles.info");
    }

    /** Where people put bundles of their own. */
    Path dropIns() {
        return folder.resolve("dropins");
    }

    /** The script that started this process, for whoever starts another one. */
    Path launcher() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return folder.resolve(windows ? "mailwain.cmd" : "mailwain");
    }

    /** Changes with the place of the installation, its build and the Java that runs it. */
    AreaKey key(Path configuration) throws IOException {
        long built = Files.getLastModifiedTime(bundles(configuration)).toMillis();
        return new AreaKey(
                Integer.toHexString(folder.toString().hashCode()),
                Long.toHexString(built) + "-" + Runtime.version().feature());
    }

    /** {@code place} stays over rebuilds, {@code state} does not. */
    record AreaKey(String place, String state) {}
}
