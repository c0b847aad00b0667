package org.mailwain.source.pop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The rig's Dovecot. */
record RigServer(String host, int imap, int pop, int pops, Path authority) {
    static final String USER = "u0001";
    static final String PASSWORD = "secret";

    static RigServer source() throws IOException {
        String home = System.getenv("RIG_HOME");
        assumeTrue(home != null, "no rig");
        Map<String, String> values = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(home, "rig.env"))) {
            String[] sides = line.split("=", 2);
            values.put(sides[0], sides[1].replace("'", ""));
        }
        return new RigServer(
                values.get("RIG_SOURCE_HOST"),
                Integer.parseInt(values.get("RIG_SOURCE_IMAP")),
                Integer.parseInt(values.get("RIG_SOURCE_POP3")),
                Integer.parseInt(values.get("RIG_SOURCE_POP3S")),
                Path.of(values.get("RIG_CA")));
    }
}
