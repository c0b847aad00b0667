package org.mailwain.ui.driver.scenes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Label;
import org.mailwain.ui.driver.Driver;

/**
 * A batch between the two servers that system properties name: ports for STARTTLS on localhost, the file of their
 * authority, the first and the last user of each batch, and how many messages a second each endpoint bears at first.
 */
final class RunProject {
    /** So few that a run does not end while somebody looks. */
    static final int SLOW = 1;

    static final int RATE = Integer.getInteger("mailwain.scene.rate", 100);

    private final Driver driver;
    private final String batch;
    private final int first;
    private final int last;

    private RunProject(Driver driver, String batch, int first, int last) {
        this.driver = driver;
        this.batch = batch;
        this.first = first;
        this.last = last;
    }

    /** The batch that is seen from its start to its report. */
    static RunProject staff(Driver driver) {
        return new RunProject(
                driver,
                "staff",
                Integer.getInteger("mailwain.scene.first", 1),
                Integer.getInteger("mailwain.scene.last", 12));
    }

    /** The batch that goes on without the window, over users of its own. */
    static RunProject night(Driver driver) {
        return new RunProject(
                driver,
                "night",
                Integer.getInteger("mailwain.scene.night.first"),
                Integer.getInteger("mailwain.scene.night.last"));
    }

    String batch() {
        return batch;
    }

    static boolean isPossible() {
        return System.getProperty("mailwain.scene.source") != null;
    }

    /** @param bears messages a second of each endpoint */
    void endpoints(int bears) throws IOException {
        for (String side : new String[] {"source", "target"}) {
            Files.writeString(driver.project().resolve("rig-" + side + ".endpoint.yaml"), """
                    kind: imap
                    host: localhost
                    port: %s
                    security: starttls
                    trust:
                      ca-file: %s
                    limits:
                      messagesPerSecond: %d
                    """.formatted(
                    System.getProperty("mailwain.scene." + side), System.getProperty("mailwain.scene.ca"), bears));
        }
    }

    /** @param password of the last user: a wrong one is a part of the picture */
    void list(String password) throws IOException {
        StringBuilder list = new StringBuilder("EmailAddress,UserName,Password,TargetUserName,TargetPassword\n");
        for (int i = first; i <= last; i++) {
            list.append("%2$s,%1$s,%3$s,%1$s,secret%n"
                    .formatted("u%04d".formatted(i), address(i), i == last ? password : "secret"));
        }
        Files.writeString(driver.project().resolve(batch + ".csv"), list.toString());
    }

    void write() throws IOException {
        Files.writeString(
                driver.project().resolve(batch + ".batch.yaml"),
                "source: rig-source\ntarget: rig-target\nmailboxes: %s.csv\nfolders: folders\n".formatted(batch));
    }

    /** Waits until the run page tells of as many messages. */
    void waitForCopied(int count) {
        Label copied = driver.find(Label.class, "run.figure.copied");
        driver.waitFor(count + " are copied", () -> {
            String digits = copied.getText().replaceAll("\\D", "");
            return !digits.isEmpty() && Integer.parseInt(digits) >= count;
        });
    }

    /** The one whose password may be wrong. */
    String last() {
        return address(last);
    }

    private static String address(int user) {
        return "u%04d@contoso.example".formatted(user);
    }

    /** Puts a new message into the inbox of the first user, as a server's delivery does. */
    void deliver(String subject) throws IOException {
        Path fresh = Path.of(System.getProperty("mailwain.scene.mail"), "u%04d".formatted(first), "Maildir", "new");
        Path message = Files.writeString(fresh.resolve("1700000000.scene.localhost"), """
                From: kim@contoso.example
                To: lee@contoso.example
                Subject: %s
                Message-ID: <%s@contoso.example>

                New since the last run.
                """.formatted(subject, subject));
        Files.setPosixFilePermissions(message, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
    }
}
