package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window on a display of its own, which closes by itself. */
class WindowTest {
    private static final int OPEN_MILLIS = 8000;

    private static final int FEWEST_COLOURS = 60;

    /** Takes pictures until one shows something, then one of what has been painted meanwhile. */
    private static final String PHOTOGRAPH = """
            (for i in $(seq 120); do
              import -window root %1$s && [ $(identify -format %%k %1$s) -ge %2$d ] && break; sleep 0.5
            done
            sleep 2; import -window root %1$s) &
            "$@"; code=$?; wait; exit $code
            """;

    @TempDir
    private Path user;

    @Test
    void opensWithTheBrandShowsAProjectAndCloses() throws Exception {
        Display.require("xvfb-run", "import", "identify");
        Path picture = Path.of("target/window.png").toAbsolutePath();
        Files.deleteIfExists(picture);
        Product product = Product.startedBy(user);
        Path project = Files.createDirectory(user.resolve("project"));
        Files.writeString(project.resolve("acme.batch.yaml"), "source: a\n");
        Product.Result window = product.run(
                Map.of("MAILWAIN_OPTS", "-Dmailwain.exitAfterStart=" + OPEN_MILLIS + " -Duser.home=" + user),
                List.of(
                        "xvfb-run",
                        "-a",
                        "-s",
                        "-screen 0 1280x900x24",
                        "sh",
                        "-c",
                        PHOTOGRAPH.formatted(picture, FEWEST_COLOURS),
                        "sh"),
                "open",
                project.toString());
        assertThat(window.exit()).as(window.output()).isZero();
        assertThat(colours(picture)).as("colours in " + picture).isGreaterThanOrEqualTo(FEWEST_COLOURS);
        assertThat(entries(product.settings().resolve(".metadata/.log"))).isEmpty();
        assertThat(Files.readString(product.settings()
                        .resolve(".metadata/.plugins/org.eclipse.core.runtime/.settings/org.mailwain.ui.prefs")))
                .contains(project.toString());
    }

    private static List<String> entries(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("!ENTRY") || line.startsWith("!MESSAGE"))
                    .toList();
        }
    }

    private static int colours(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
