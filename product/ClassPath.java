import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Makes the bundles of a product fit for Java's class path: takes their signatures away, since Java archives no class of
 * a signed jar, and writes the two jars that the start scripts run, which name all bundles of the window and of the
 * command line. Argument: the product's folder.
 */
final class ClassPath {
    /** First, since the framework's classes of the OSGi packages are those that all have to share. */
    private static final List<String> FIRST = List.of("org.mailwain.start_", "org.eclipse.osgi_");

    /** In the format of Java 5, which Java reads and verifies by its old verifier at each start. */
    private static final String OLD = "picocli";

    private static final String LIST = "org.eclipse.equinox.simpleconfigurator/bundles.info";

    private ClassPath() {}

    public static void main(String[] arguments) throws IOException {
        Path product = Path.of(arguments[0]);
        Path plugins = product.resolve("plugins");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(plugins, "*.jar")) {
            for (Path jar : jars) {
                unsign(jar);
                if (jar.getFileName().toString().startsWith(OLD + "_")) {
                    renew(jar);
                }
            }
        }
        write(plugins, "window.jar", product.resolve("configuration").resolve(LIST));
        write(plugins, "command.jar", product.resolve("configuration/cli").resolve(LIST));
    }

    private static void unsign(Path jar) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            List<Path> signatures = new ArrayList<>();
            Path folder = content.getPath("META-INF");
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{SF,RSA,DSA,EC}")) {
                found.forEach(signatures::add);
            }
            for (Path signature : signatures) {
                Files.delete(signature);
            }
            if (!signatures.isEmpty()) {
                // The rest of the manifest is a digest of each file.
                Path manifest = folder.resolve("MANIFEST.MF");
                Files.write(manifest, mainSection(Files.readAllBytes(manifest)));
            }
        }
    }

    /** Gives classes the frames that the format since Java 6 wants; their code stays as it is. */
    private static void renew(Path jar) throws IOException {
        URL[] itself = {jar.toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(itself, ClassLoader.getPlatformClassLoader());
                FileSystem content = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(content.getPath(OLD))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                Files.write(file, framed(Files.readAllBytes(file), classes));
            }
        }
    }

    private static byte[] framed(byte[] code, ClassLoader classes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        ClassVisitor newer = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int v, int access, String name, String signature, String parent, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
            }
        };
        new ClassReader(code).accept(newer, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static byte[] mainSection(byte[] manifest) throws IOException {
        Manifest all = new Manifest(new ByteArrayInputStream(manifest));
        all.getEntries().clear();
        ByteArrayOutputStream main = new ByteArrayOutputStream();
        all.write(main);
        return main.toByteArray();
    }

    private static void write(Path plugins, String name, Path list) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
            String[] columns = line.split(",");
            if (!line.startsWith("#") && columns[2].endsWith(".jar")) {
                jars.add(columns[2].substring(columns[2].lastIndexOf('/') + 1));
            }
        }
        jars.sort(null);
        List<String> first = jars.stream()
                .filter(jar -> FIRST.stream().anyMatch(jar::startsWith))
                .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                .toList();
        jars.removeAll(first);
        jars.addAll(0, first);
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.put(Attributes.Name.MAIN_CLASS, "org.mailwain.start.Main");
        headers.put(Attributes.Name.CLASS_PATH, String.join(" ", jars));
        // As an option it would keep Java from using its archive of modules.
        headers.putValue("Enable-Native-Access", "ALL-UNNAMED");
        try (OutputStream out = Files.newOutputStream(plugins.resolve(name));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }

    private static int rank(String jar) {
        return jar.startsWith(FIRST.get(0)) ? 0 : 1;
    }
}
