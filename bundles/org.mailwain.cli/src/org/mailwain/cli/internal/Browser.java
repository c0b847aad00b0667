package org.mailwain.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens a page with whatever the system opens pages with. Where there is nothing, the page's name has to do. */
final class Browser {
    private Browser() {}

    static void open(Path page) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String address = page.toUri().toString();
        List<String> command;
        if (system.contains("win")) {
            command = List.of("rundll32", "url.dll,FileProtocolHandler", address);
        } else if (system.contains("mac")) {
            command = List.of("open", address);
        } else if (System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null) {
            command = List.of("xdg-open", address);
        } else {
            return;
        }
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException nothingOpensPages) {
            // its name was printed
        }
    }
}
