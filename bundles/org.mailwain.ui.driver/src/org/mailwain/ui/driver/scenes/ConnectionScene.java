package org.mailwain.ui.driver.scenes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.eclipse.swt.widgets.Text;
import org.mailwain.ui.driver.Driver;
import org.mailwain.ui.driver.Scene;
import org.mailwain.ui.driver.Widgets;

/**
 * The way of an endpoint to a server that it trusts: its settings are searched for, the connection is tested, the test
 * stopped where nobody answers, and the certificate pinned. A system property names the port for TLS of a server on
 * localhost; names are looked up at a name server of the scene's own.
 */
public final class ConnectionScene implements Scene {
    private static final String PORT = "mailwain.scene.tls";

    @Override
    public String name() {
        return "connection";
    }

    @Override
    public boolean isPictured() {
        return System.getProperty(PORT) != null;
    }

    @Override
    public void play(Driver driver) throws Exception {
        Files.writeString(driver.project().resolve("firm.endpoint.yaml"), "kind: imap\nhost: imap.invalid\n");
        driver.workbench().openFile("firm.endpoint.yaml");
        int port = Integer.getInteger(PORT);
        try (LocalNames names = new LocalNames("_imaps._tcp.firm.example", port, "refused.example")) {
            // read when the first name is looked up, and kept from then on
            System.setProperty("dns.server", names.place());
            find(driver);
        }
        stop(driver);
        password(driver);
        trust(driver);
        insecure(driver);
        driver.waitFor(
                "the password is hidden again", () -> shownPassword(driver).getEchoChar() != 0);
    }

    private static void find(Driver driver) throws IOException {
        driver.press("endpoint.find");
        driver.type("find.address", "nobody");
        driver.press("find.search");
        driver.waitForWords("\"nobody\"");
        driver.type("find.address", "kim@refused.example");
        driver.press("find.search");
        driver.waitForWords("cannot look names up now");
        driver.picture("find-offline");
        driver.type("find.address", "kim@nothing.example");
        driver.press("find.search");
        driver.waitForWords("No mail server was found for kim@nothing.example");
        driver.picture("find-nothing");
        driver.type("find.address", "kim@firm.example");
        driver.press("find.search");
        driver.waitForCells("find.table", cells -> cells.startsWith("imap localhost"));
        driver.picture("find");
        driver.press("find.take");
        driver.waitFor("host", () -> driver.shownText("field.host").equals("localhost"));
        driver.waitFor("port", () -> driver.shownText("field.port").equals(System.getProperty(PORT)));
    }

    /** Whoever waits for an answer that does not come need not wait. */
    private static void stop(Driver driver) throws IOException {
        String port = driver.text("field.port");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            driver.type("field.port", String.valueOf(silent.getLocalPort()));
            driver.press("test.start");
            driver.waitForCells("test.steps", cells -> cells.contains("Connect passed"));
            driver.picture("connection-running");
            driver.press("test.start");
            driver.waitForCells("test.steps", cells -> cells.contains("Encryption stopped"));
            driver.waitForCells("test.steps", cells -> !cells.contains("failed") && !cells.contains("running"));
            driver.picture("connection-stopped");
        }
        driver.type("field.port", port);
    }

    private static void password(Driver driver) {
        driver.type("test.user", "u0001");
        driver.type("secret.text", "secret");
        driver.waitFor("dots", () -> shownPassword(driver).getEchoChar() != 0);
        driver.tick("secret.show", true);
        driver.waitFor("the password is shown", () -> shownPassword(driver).getEchoChar() == 0);
    }

    /** UI thread. */
    private static Text shownPassword(Driver driver) {
        return Widgets.find(driver.display(), Text.class, "secret.text").orElseThrow();
    }

    private static void trust(Driver driver) throws IOException {
        driver.press("test.start");
        driver.find(org.eclipse.swt.widgets.Button.class, "test.pin");
        driver.picture("connection-certificate");
        driver.press("test.pin");
        driver.waitForCells("test.steps", cells -> cells.contains("Folders passed"));
        driver.picture("connection-trusted");
    }

    private static void insecure(Driver driver) throws IOException {
        driver.type("field.security", "none");
        driver.waitForWords("Not encrypted");
        driver.picture("connection-insecure");
        driver.workbench().command("org.eclipse.ui.file.save"); // else a later scene that closes the window is asked
    }
}
