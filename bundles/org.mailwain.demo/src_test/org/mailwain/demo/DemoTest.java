package org.mailwain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.DemoFolder;

class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void writesAProjectBetweenItsServers() throws IOException {
        Path project = folder.resolve("new/project");
        try (Demo demo = Demo.start(project)) {
            assertThat(Files.readString(project.resolve("old-server.endpoint.yaml")))
                    .contains("port: " + demo.source().port())
                    .doesNotContain("${");
            assertThat(Files.readString(project.resolve("new-server.endpoint.yaml")))
                    .contains("port: " + demo.target().port())
                    .doesNotContain("${");
            assertThat(project.resolve(demo.batch() + ".batch.yaml")).exists();
            assertThat(Files.readString(project.resolve(".gitignore"))).contains(".mailwain/");
            assertThat(Files.readString(project.resolve("ca.pem"))).startsWith("-----BEGIN CERTIFICATE-----");
            assertThat(Files.readAllLines(project.resolve("mailboxes.csv")))
                    .hasSize(4)
                    .contains("anna.keller@new.example,anna,\"old; \"\"anna\"\", 1*\",\"new password of anna\"");
        }
    }

    @Test
    void hasAnEmptyMailboxForEachOldOne() throws IOException {
        try (Demo demo = Demo.start(folder)) {
            for (SampleMailbox mailbox : demo.mailboxes()) {
                DemoAccount account = demo.target().account(mailbox.address());
                assertThat(account.folders()).hasSize(6).allMatch(folder -> folder.count() == 0);
                assertThat(account.folder("Trash").specialUse()).isEqualTo("\\Trash");
                List<DemoFolder> old = demo.source().account(mailbox.user()).folders();
                assertThat(old).hasSizeGreaterThan(6).allMatch(folder -> folder.specialUse() == null);
            }
        }
    }
}
