import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.adaptor.EclipseStarter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Starts a product's workbench with the driver beside it and plays scenes. Arguments: the product's folder, the driver's
 * jar, a folder for settings, names of scenes with commas between (empty for all that are pictured), a folder for
 * pictures (empty for none), the project. Prints a line for each scene.
 */
final class Workbench {
    private static final long MOST_MILLIS = 10_000;

    private Workbench() {}

    public static void main(String[] arguments) throws Exception {
        Path product = Path.of(arguments[0]).toAbsolutePath();
        Path settings = Path.of(arguments[2]).toAbsolutePath();
        Map<String, String> properties = new HashMap<>();
        properties.put("osgi.install.area", url(product));
        properties.put("osgi.sharedConfiguration.area", url(product.resolve("configuration")));
        properties.put("osgi.configuration.area", url(settings.resolve("configuration")));
        properties.put("osgi.configuration.cascaded", "true");
        properties.put("osgi.instance.area", url(settings.resolve("workbench")));
        properties.put("osgi.noShutdown", "true");
        properties.put("osgi.hook.configurators.include", "org.mailwain.start.SharedClasses");
        properties.put("org.osgi.framework.bootdelegation", "org.mailwain.ui.driver.watch");
        properties.put("mailwain.version", version(product));
        properties.put("mailwain.launcher", product.resolve("mailwain").toString());
        properties.put("mailwain.project", arguments[5]);
        EclipseStarter.setInitialProperties(properties);
        BundleContext context = EclipseStarter.startup(new String[0], null);
        Bundle driver = context.installBundle(Path.of(arguments[1]).toUri().toString());
        Thread player = (Thread) driver.loadClass("org.mailwain.ui.driver.Player")
                .getMethod("start", String.class, String.class, String.class)
                .invoke(null, arguments[3], arguments[4], arguments[5]);
        EclipseStarter.run(null);
        player.join(MOST_MILLIS);
        System.out.flush();
        System.exit(0);
    }

    private static String version(Path product) throws IOException {
        try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
            return plugins.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith("org.mailwain.start_"))
                    .map(name -> name.replaceAll("^.*_|\\.jar$", ""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String url(Path folder) {
        return "file:" + folder.toString().replace('\\', '/') + "/";
    }
}
