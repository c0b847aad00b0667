package org.mailwain.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.start.Installation.AreaKey;

class DropInsTest {
    private static final AreaKey PRODUCT = new AreaKey("place", "state");

    @TempDir
    private Path folder;

    private Path dropins;
    private Path list;
    private Path area;

    @BeforeEach
    void make() throws IOException {
        dropins = Files.createDirectory(folder.resolve("drop ins"));
        area = Files.createDirectory(folder.resolve("area"));
        list = Files.writeString(folder.resolve("bundles.info"), "#version=1\na.bundle,1.0.0,plugins/a.jar,4,false\n");
    }

    private void jar(String file, String name, String version) throws IOException {
        jar(file, name, version, Map.of());
    }

    private void jar(String file, String name, String version, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (name != null) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
            manifest.getMainAttributes().putValue("Bundle-Version", version);
        }
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(dropins.resolve(file));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }

    private Map<String, String> added() throws IOException {
        Map<String, String> properties = new HashMap<>();
        DropIns.in(dropins).addTo(properties, list, area);
        return properties;
    }

    @Test
    void changeNothingWhereThereAreNone() throws IOException {
        assertThat(DropIns.in(dropins).key(PRODUCT)).isEqualTo(PRODUCT);
        assertThat(DropIns.in(folder.resolve("none")).key(PRODUCT)).isEqualTo(PRODUCT);
        assertThat(added()).isEmpty();
        assertThat(area).isEmptyDirectory();
    }

    @Test
    void joinTheListOfBundlesOnce() throws IOException {
        jar("x.jar", "x.bundle; singleton:=true", "2.0.0");
        jar("x again.jar", "x.bundle", "2.0.0");
        jar("a.jar", "a.bundle", "1.0.0");
        jar("library.jar", null, null);
        Files.writeString(dropins.resolve("broken.jar"), "no archive");
        Files.writeString(dropins.resolve("README.txt"), "text");
        assertThat(added()).containsOnlyKeys("org.eclipse.equinox.simpleconfigurator.configUrl");
        assertThat(area.resolve("dropins.info"))
                .content()
                .isEqualTo("#version=1\na.bundle,1.0.0,plugins/a.jar,4,false\nx.bundle,2.0.0,"
                        + dropins.resolve("x again.jar").toUri() + ",6,true\n");
    }

    @Test
    void startTheServiceLoadersMediatorWhereOneNeedsIt() throws IOException {
        String mediator = "org.apache.aries.spifly.dynamic.bundle,1.3.7,plugins/spifly.jar,";
        Files.writeString(list, mediator + "4,false\n");
        jar("plain.jar", "plain", "1.0.0");
        added();
        assertThat(area.resolve("dropins.info")).content().startsWith(mediator + "4,false\nplain,");
        Files.delete(area.resolve("dropins.info"));
        jar(
                "reader.jar",
                "reader",
                "1.0.0",
                Map.of("Require-Capability", "osgi.serviceloader;filter:=\"(osgi.serviceloader=a.Reader)\""));
        added();
        assertThat(area.resolve("dropins.info")).content().startsWith(mediator + "5,true\nplain,");
    }

    @Test
    void haveAnAreaForEachSetOfThem() throws IOException {
        jar("x.jar", "x.bundle", "1.0.0");
        AreaKey one = DropIns.in(dropins).key(PRODUCT);
        assertThat(one).isNotEqualTo(PRODUCT).isEqualTo(DropIns.in(dropins).key(PRODUCT));
        jar("y.jar", "y.bundle", "1.0.0");
        assertThat(DropIns.in(dropins).key(PRODUCT)).isNotEqualTo(one).isNotEqualTo(PRODUCT);
        assertThat(one.place()).isEqualTo(PRODUCT.place());
    }
}
