package org.mailwain.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.adaptor.EclipseStarter;

/**
 * What the start scripts call, with the product's bundles on the class path: the window without arguments, else the
 * command line. The command line gets a configuration of its own, with the bundles that it needs, read only after
 * its first start, so that it is quick and any number of processes share it.
 */
public final class Main {
    /** The exit code for what nobody expected; the command line's own. */
    private static final int UNEXPECTED = 70;

    /** The highest exit code of a command that did its work: 1 says that a person has to look at something. */
    private static final int WORK_DONE = 1;

    /** The archive of classes that this start will leave, where there was none. */
    private static final String ARCHIVE = "mailwain.archive";

    /** The one verb of the window; a folder may follow, to be opened as a project. */
    private static final String OPEN = "open";

    /** Where the window keeps its layout and settings, below the user's home. */
    private static final String SETTINGS = ".mailwain/workbench";

    private static final Set<String> WITHOUT_SERVICES = Set.of("--version", "-V", "--help", "-h");
    private static final String FRAMEWORK_ALONE = "4";

    private Main() {}

    /** Ends the process with the result of the application. */
    public static void main(String[] arguments) {
        int code = UNEXPECTED;
        Path log = null;
        try {
            Installation installation = Installation.of(Main.class);
            Cache cache = Cache.configured();
            log = cache.log();
            code = arguments.length == 0 || OPEN.equals(arguments[0])
                    ? window(installation, cache, arguments)
                    : command(installation, cache, arguments);
            cache.close();
        } catch (Exception e) {
            System.err.println(Texts.of("failed", e.toString(), log));
        }
        judgeArchive(arguments, code);
        System.exit(code);
    }

    /**
     * Java writes an archive of the loaded classes when the first start ends, and later starts use it. One that did not
     * come to its work loaded few: the start script makes it anew next time.
     */
    private static void judgeArchive(String[] arguments, int code) {
        String archive = System.getProperty(ARCHIVE);
        boolean helped = arguments.length > 1 && Arrays.stream(arguments).anyMatch(WITHOUT_SERVICES::contains);
        if (archive != null && (helped || code > WORK_DONE)) {
            try {
                Files.createFile(Path.of(archive + ".poor"));
            } catch (IOException e) {
                // the next starts are slower, no more
            }
        }
    }

    private static int window(Installation installation, Cache cache, String[] arguments) throws Exception {
        Path configuration = installation.configuration();
        DropIns dropIns = DropIns.in(installation.dropIns());
        Path area = cache.area("window", dropIns.key(installation.key(configuration)));
        Map<String, String> properties = common(installation, configuration, area);
        dropIns.addTo(properties, Installation.bundles(configuration), area);
        properties.put("osgi.instance.area.default", url(Path.of(System.getProperty("user.home"), SETTINGS)));
        if (arguments.length > 1) {
            properties.put(
                    "mailwain.project", Path.of(arguments[1]).toAbsolutePath().toString());
        }
        return run(properties, cache, new String[0]);
    }

    private static int command(Installation installation, Cache cache, String[] arguments) throws Exception {
        Path configuration = installation.configuration().resolve("cli");
        DropIns dropIns = DropIns.in(installation.dropIns());
        try (SealedArea area = cache.sealed("cli", dropIns.key(installation.key(configuration)))) {
            Map<String, String> properties = common(installation, configuration, area.folder());
            dropIns.addTo(properties, Installation.bundles(configuration), area.folder());
            properties.put("osgi.configuration.area.readOnly", Boolean.toString(area.sealed()));
            properties.put("osgi.locking", "none");
            properties.put("osgi.instance.area", "@none");
            properties.put("osgi.user.area", "@none");
            properties.put("osgi.logfile", cache.log().toString());
            if (area.sealed() && Arrays.stream(arguments).anyMatch(WITHOUT_SERVICES::contains)) {
                properties.put("osgi.startLevel", FRAMEWORK_ALONE);
            }
            int code = run(properties, cache, arguments);
            area.keep();
            return code;
        }
    }

    private static Map<String, String> common(Installation installation, Path shared, Path own) {
        Map<String, String> properties = new HashMap<>();
        properties.put("osgi.install.area", url(installation.folder()));
        properties.put("osgi.sharedConfiguration.area", url(shared));
        properties.put("osgi.configuration.area", url(own));
        properties.put("osgi.configuration.cascaded", "true");
        properties.put("osgi.noShutdown", "false");
        properties.put("ds.cache.metadata", "true"); // else all descriptions of components are parsed at each start
        properties.put("osgi.hook.configurators.include", SharedClasses.class.getName());
        properties.put("mailwain.dropins", installation.dropIns().toString());
        properties.put("mailwain.version", installation.version());
        properties.put("mailwain.launcher", installation.launcher().toString());
        return properties;
    }

    private static int run(Map<String, String> properties, Cache cache, String[] arguments) throws Exception {
        EclipseStarter.setInitialProperties(properties);
        Object result = EclipseStarter.run(arguments, null);
        if (result instanceof Integer code) {
            return code;
        }
        throw new IOException(Texts.of("no.application", cache.log()));
    }

    /** As the framework wants it: unescaped, and a folder ends in a slash. */
    static String url(Path folder) {
        String path = folder.toString().replace('\\', '/');
        return "file:" + (path.startsWith("/") ? "" : "/") + path + "/";
    }
}
