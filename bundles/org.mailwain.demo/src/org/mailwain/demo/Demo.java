package org.mailwain.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.Authority;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.ServerOptions;

/**
 * A migration to look at: an old server with sample mail, a new one with empty mailboxes, and a project between them.
 * The old one is of the kind that migrations leave behind: everything below {@code INBOX.}, no word on what a folder is
 * for, one message per append. Lives until it is closed; the project's folder stays.
 */
public final class Demo implements AutoCloseable {
    private static final String BATCH = "demo";
    private static final String NEW_PASSWORD = "new password of %s";
    private static final Map<String, String> NEW_FOLDERS = new TreeMap<>(Map.of(
            "Sent", "\\Sent", "Drafts", "\\Drafts", "Junk", "\\Junk", "Trash", "\\Trash", "Archive", "\\Archive"));

    private final Path folder;
    private final DemoServer source;
    private final DemoServer target;
    private final List<SampleMailbox> mailboxes;

    private Demo(Path folder, DemoServer source, DemoServer target, List<SampleMailbox> mailboxes) {
        this.folder = folder;
        this.source = source;
        this.target = target;
        this.mailboxes = mailboxes;
    }

    /** Starts both servers and writes the project. @param folder made where it is missing; files in it are replaced */
    public static Demo start(Path folder) throws IOException {
        Authority authority = Authority.create();
        DemoServer source = DemoServer.start(new ServerOptions()
                .authority(authority)
                .delimiter('.')
                .prefix("INBOX.")
                .without(Ability.SPECIAL_USE, Ability.CREATE_SPECIAL_USE, Ability.MULTIAPPEND, Ability.LITERAL_PLUS));
        try {
            DemoServer target = DemoServer.start(new ServerOptions().authority(authority));
            Demo demo = new Demo(folder, source, target, SampleMail.fill(source));
            try {
                demo.mailboxes.forEach(demo::addNew);
                demo.write();
                return demo;
            } catch (IOException | RuntimeException e) {
                target.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private void addNew(SampleMailbox mailbox) {
        DemoAccount account = target.add(mailbox.address(), NEW_PASSWORD.formatted(mailbox.user()));
        NEW_FOLDERS.forEach((name, use) -> account.folder(name).specialUse(use));
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        source.authority().writePem(folder.resolve("ca.pem"));
        copy("old-server.endpoint.yaml", "old-server.endpoint.yaml");
        copy("new-server.endpoint.yaml", "new-server.endpoint.yaml");
        copy("demo.batch.yaml", BATCH + ".batch.yaml");
        copy("gitignore.txt", ".gitignore");
        StringBuilder list = new StringBuilder("EmailAddress,UserName,Password,TargetPassword\n");
        for (SampleMailbox mailbox : mailboxes) {
            list.append(cell(mailbox.address()))
                    .append(',')
                    .append(cell(mailbox.user()))
                    .append(',')
                    .append(cell(mailbox.password()))
                    .append(',')
                    .append(cell(NEW_PASSWORD.formatted(mailbox.user())))
                    .append('\n');
        }
        Path file = folder.resolve("mailboxes.csv");
        Files.deleteIfExists(file);
        Files.createFile(file, forOwner());
        Files.writeString(file, list);
    }

    /** Rights of a file with passwords, where the file system has such rights. */
    private FileAttribute<?>[] forOwner() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void copy(String resource, String file) throws IOException {
        try (InputStream in = Demo.class.getResourceAsStream("internal/project/" + resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${sourcePort}", String.valueOf(source.port()))
                    .replace("${targetPort}", String.valueOf(target.port()));
            Files.writeString(folder.resolve(file), text);
        }
    }

    private static String cell(String text) {
        return text.matches("[^\",;\\s]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The project's folder. */
    public Path folder() {
        return folder;
    }

    /** The batch's name. */
    public String batch() {
        return BATCH;
    }

    public List<SampleMailbox> mailboxes() {
        return mailboxes;
    }

    public DemoServer source() {
        return source;
    }

    public DemoServer target() {
        return target;
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
