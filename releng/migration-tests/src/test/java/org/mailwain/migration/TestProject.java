package org.mailwain.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/** A migration project between two servers of the rig, written as a person would write it. */
final class TestProject {
    private final Rig rig;
    private final Path folder;

    private TestProject(Rig rig, Path folder) {
        this.rig = rig;
        this.folder = folder;
    }

    /** Users {@code first} to {@code last} from one server to the other, with the defaults of everything. */
    static TestProject between(Rig rig, Path folder, Server source, Server target, int first, int last)
            throws IOException {
        TestProject project = new TestProject(rig, folder);
        Files.createDirectories(folder);
        project.write("source.endpoint.yaml", project.endpoint(rig.imap(source)));
        project.write("target.endpoint.yaml", project.endpoint(rig.imap(target)));
        project.write("users.batch.yaml", """
                source: source
                target: target
                mailboxes: users.csv
                folders: as-they-are
                filter:
                  maxItemSize: 1 GB
                """);
        project.write("as-they-are.foldermap.yaml", "specialUse: off\n");
        StringBuilder list = new StringBuilder("EmailAddress,UserName,Password,TargetUserName,TargetPassword\n");
        for (int i = first; i <= last; i++) {
            list.append("%1$s@example.org,%1$s,%2$s,%1$s,%2$s%n".formatted(Rig.user(i), Rig.PASSWORD));
        }
        project.write("users.csv", list.toString());
        return project;
    }

    /** STARTTLS with the rig's own authority, as every real endpoint is encrypted. */
    String endpoint(int port) {
        return """
                kind: imap
                host: localhost
                port: %d
                security: starttls
                trust:
                  ca-file: %s
                """.formatted(port, rig.ca());
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    void replace(String file, String text, String by) throws IOException {
        String before = Files.readString(folder.resolve(file));
        if (!before.contains(text)) {
            throw new IllegalArgumentException(text + " is not in " + file);
        }
        write(file, before.replace(text, by));
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Mailwain.Result call(String... arguments) throws IOException, InterruptedException {
        return Mailwain.call(folder, arguments);
    }
}
