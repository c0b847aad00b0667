package org.mailwain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/** A source of somebody else: built against the SDK, dropped into an installed product, and used like ours. */
class DropInTest {
    @TempDir
    private Path folder;

    private Installed installed;

    @BeforeEach
    void install() throws IOException {
        installed = Installed.in(folder);
    }

    @Test
    void theExampleIsBuiltElsewhereDroppedInAndMigrates() throws Exception {
        Path jar = ExampleSource.built(folder);
        Files.copy(jar, installed.dropIns().resolve("maildir.jar"));
        itIsListedWithItsSettings();
        Rig rig = Rig.with(Server.SOURCE, Server.TARGET);
        rig.wipe(Server.SOURCE);
        rig.wipe(Server.TARGET);
        rig.seed("--users", "2", "--messages", "150", "--profile", "mixed", "--movable");
        TestProject project = TestProject.between(rig, folder.resolve("project"), Server.SOURCE, Server.TARGET, 1, 2);
        project.write("users.csv", """
                EmailAddress,UserName,Maildir,TargetUserName,TargetPassword
                %1$s@example.org,%1$s,,%1$s,%3$s
                %2$s@example.org,somebody,%2$s/Maildir,%2$s,%3$s
                """.formatted(Rig.user(1), Rig.user(2), Rig.PASSWORD));
        itsFileIsChecked(rig, project);
        project.write("source.endpoint.yaml", """
                kind: maildir
                root: %s
                mailbox: "{user}/Maildir"
                """.formatted(rig.home().resolve("source/mail")));
        itMigrates(rig, project);
    }

    private void itIsListedWithItsSettings() throws Exception {
        Mailwain.Result kinds = installed.call(folder, "endpoints", "--kinds");
        assertThat(kinds.exit()).as(kinds.output()).isZero();
        assertThat(kinds.output()).containsPattern("maildir +source +maildir.jar +root, mailbox");
        assertThat(installed.call(folder, "endpoints", "--kinds", "maildir").output())
                .contains("From dropins/maildir.jar.")
                .contains("- `root`: path, relative to the project, required. The folder under which")
                .contains("- `mailbox`: text, `{user}` by default, per mailbox in the column `Mailbox`.");
        assertThat(installed.call(folder, "endpoints", "--reference").output())
                .contains("## maildir: source", "From dropins/maildir.jar.", "## pop: source");
        assertThat(installed.call(folder, "completion").output()).containsPattern("\\bmaildir\\b");
    }

    private void itsFileIsChecked(Rig rig, TestProject project) throws Exception {
        project.write("source.endpoint.yaml", """
                kind: maildir
                rot: %s
                """.formatted(rig.home()));
        Mailwain.Result check = installed.call(project.folder(), "check");
        assertThat(check.exit()).as(check.output()).isEqualTo(3);
        assertThat(check.output()).contains("source.endpoint.yaml:2:1").contains("root");
    }

    private void itMigrates(Rig rig, TestProject project) throws Exception {
        Mailwain.Result check = installed.call(project.folder(), "check");
        assertThat(check.exit()).as(check.output()).isEqualTo(3);
        assertThat(check.output()).contains("users.csv:1:").contains("Maildir");
        project.replace("users.csv", "UserName,Maildir", "UserName,Mailbox");
        Mailwain.Result connect = installed.call(project.folder(), "check", "--connect");
        assertThat(connect.exit()).as(connect.output()).isZero();
        Mailwain.Result run = installed.call(project.folder(), "run");
        assertThat(run.exit()).as(run.output()).isZero();
        for (int user = 1; user <= 2; user++) {
            Rig.Result same = rig.verify("--source-user", Rig.user(user));
            assertThat(same.exit()).as(same.output()).isZero();
        }
        Mailwain.Result again = installed.call(project.folder(), "run");
        assertThat(again.output()).contains("Done: 0 ");
    }

    @Test
    void aBundleThatIsOfNoUseIsNamedWithTheReason() throws Exception {
        jar("future.jar", Map.of("Import-Package", "org.mailwain.api.provider;version=\"[2.0.0,3.0.0)\""));
        jar("needy.jar", Map.of("Import-Package", "com.example.missing;version=\"[1.0.0,2.0.0)\""));
        jar("empty.jar", Map.of());
        jar("newer.jar", Map.of("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
        jar("data.jar", Map.of("Mailwain-Content", "content/"));
        Files.writeString(installed.dropIns().resolve("broken.jar"), "no archive");
        Mailwain.Result kinds = installed.call(folder, "endpoints", "--kinds");
        assertThat(kinds.exit()).as(kinds.output()).isEqualTo(1);
        assertThat(kinds.output())
                .contains("dropins/future.jar was built for another version of our API: it wants "
                        + "org.mailwain.api.provider [2.0.0,3.0.0), and this is 1.")
                .contains("dropins/needy.jar needs the package com.example.missing [1.0.0,2.0.0)")
                .contains("dropins/empty.jar holds neither a component nor content.")
                .contains("dropins/newer.jar needs Java 99")
                .contains("dropins/broken.jar cannot be read")
                .doesNotContain("data.jar");
    }

    private void jar(String file, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example." + file.replace(".jar", ""));
        main.putValue("Bundle-Version", "1.0.0");
        headers.forEach(main::putValue);
        try (OutputStream out = Files.newOutputStream(installed.dropIns().resolve(file));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }
}
