package org.mailwain.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.mailwain.start.Installation.AreaKey;

/**
 * Bundles that people put beside the product. They become part of the list of bundles that an area is made from, once; a
 * later start looks at the names of the files alone. What becomes of each is told by somebody else: whatever is wrong
 * with one must not keep the product from starting.
 */
record DropIns(List<Path> jars) {
    private static final String LIST = "dropins.info";

    /** With the other bundles that are started with the command line's services. */
    private static final int START_LEVEL = 6;

    /** Lets bundles with a class loader of their own find what Java's class path finds by itself. */
    private static final String SERVICE_LOADER = "org.apache.aries.spifly.dynamic.bundle,";

    static DropIns in(Path folder) {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
                found.forEach(jars::add);
            } catch (IOException unreadable) {
                jars.clear();
            }
        }
        jars.sort(null);
        return new DropIns(List.copyOf(jars));
    }

    /** Another area for each set of drop-ins; without any, that of the product alone. */
    AreaKey key(AreaKey product) throws IOException {
        if (jars.isEmpty()) {
            return product;
        }
        StringBuilder all = new StringBuilder();
        for (Path jar : jars) {
            all.append(jar.getFileName())
                    .append(' ')
                    .append(Files.size(jar))
                    .append(' ')
                    .append(Files.getLastModifiedTime(jar).toMillis())
                    .append('\n');
        }
        return new AreaKey(
                product.place(),
                product.state() + "-" + Integer.toHexString(all.toString().hashCode()));
    }

    /** Lets the framework take the list with the drop-ins in it. */
    void addTo(Map<String, String> properties, Path productList, Path area) throws IOException {
        if (jars.isEmpty()) {
            return;
        }
        Path list = area.resolve(LIST);
        if (!Files.exists(list)) {
            Path draft = area.resolve(LIST + "." + ProcessHandle.current().pid());
            Files.write(draft, lines(Files.readAllLines(productList, StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
            Files.move(draft, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        properties.put(
                "org.eclipse.equinox.simpleconfigurator.configUrl", list.toUri().toString());
    }

    private List<String> lines(List<String> product) {
        List<String> lines = new ArrayList<>(product);
        Set<String> taken = new HashSet<>();
        product.forEach(line -> taken.add(nameAndVersion(line)));
        if (jars.stream().anyMatch(DropIns::loadsServices)) {
            lines.replaceAll(line -> line.startsWith(SERVICE_LOADER) ? line.replace(",4,false", ",5,true") : line);
        }
        for (Path jar : jars) {
            String line = line(jar);
            if (!line.isEmpty() && taken.add(nameAndVersion(line))) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String nameAndVersion(String line) {
        int comma = line.indexOf(',', line.indexOf(',') + 1);
        return comma < 0 ? line : line.substring(0, comma);
    }

    /** Name, version, place, start level, whether to start; empty for what is no bundle. */
    private static String line(Path jar) {
        Attributes headers = headers(jar);
        String name = headers.getValue("Bundle-SymbolicName");
        if (name == null) {
            return "";
        }
        String version = headers.getValue("Bundle-Version");
        boolean fragment = headers.getValue("Fragment-Host") != null;
        return String.join(
                ",",
                name.split(";")[0].strip(),
                version == null ? "0.0.0" : version.strip(),
                jar.toUri().toString().replace(",", "%2C"),
                Integer.toString(START_LEVEL),
                Boolean.toString(!fragment));
    }

    /** Whether it has or wants providers of Java's service loader, as OSGi's manifests say it. */
    private static boolean loadsServices(Path jar) {
        Attributes headers = headers(jar);
        String capabilities = headers.getValue("Require-Capability");
        return capabilities != null && capabilities.contains("osgi.serviceloader")
                || headers.getValue("SPI-Provider") != null
                || headers.getValue("SPI-Consumer") != null;
    }

    /** Of the manifest; none of what is no jar. */
    private static Attributes headers(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        } catch (IOException unreadable) {
            return new Attributes();
        }
    }
}
