package org.mailwain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/** One list and one command for each kind of source, as releng/docs/sources.md shows them. */
class OldServersTest {
    private static final String SEED = "200";
    private static final String INTO_PLACE = "specialUse: off\n";

    @TempDir
    private Path folder;

    private Rig rig;

    @BeforeEach
    void empty() {
        rig = Rig.with(Server.SOURCE, Server.TARGET);
        rig.wipe(Server.TARGET);
    }

    private TestProject project(Server source, String list, String signIn) throws Exception {
        TestProject project = TestProject.between(rig, folder, source, Server.TARGET, 1, 1);
        project.write("users.csv", list);
        project.write("as-they-are.foldermap.yaml", INTO_PLACE);
        project.replace("users.batch.yaml", "mailboxes: users.csv\n", "mailboxes: users.csv\n" + signIn);
        return project;
    }

    private static void run(TestProject project) throws Exception {
        Mailwain.Result run = project.call("run");
        assertThat(run.exit()).as(run.output()).isZero();
    }

    private void same(int user, Server source) {
        Rig.Result result = rig.verify(
                "--source-user",
                Rig.user(user),
                "--target-user",
                Rig.user(user),
                "--source-server",
                source.word(),
                "--target-server",
                "target");
        assertThat(result.exit()).as(result.output()).isZero();
    }

    @Test
    void aDovecotMasterUser() throws Exception {
        rig.wipe(Server.SOURCE);
        rig.seed("--users", "2", "--messages", SEED, "--profile", "small", "--movable");
        run(project(Server.SOURCE, """
                EmailAddress,UserName,Password,TargetUserName,TargetPassword
                u0001@example.org,u0001*admin,secret,u0001,secret
                u0002@example.org,u0002*admin,secret,u0002,secret
                """, ""));
        same(1, Server.SOURCE);
        same(2, Server.SOURCE);
    }

    @Test
    void oneAdministratorOfCourierAndUserRoots() throws Exception {
        Rig.with(Server.COURIER);
        rig.wipe(Server.COURIER);
        rig.seed("--server", "courier", "--users", "2", "--messages", SEED, "--profile", "small");
        TestProject project = project(Server.COURIER, """
                EmailAddress,UserName,Password,UserRoot,TargetUserName,TargetPassword
                u0001@example.org,admin,secret,/users/u0001,u0001,secret
                u0002@example.org,admin,secret,/users/u0002,u0002,secret
                """, "");
        project.replace("source.endpoint.yaml", "kind: imap", "kind: courier");
        Mailwain.Result check = project.call("check", "--connect");
        assertThat(check.exit()).as(check.output()).isZero();
        run(project);
        same(1, Server.COURIER);
        same(2, Server.COURIER);
    }

    @Test
    void anAdministratorOfCyrusByAuthorisationIdentity() throws Exception {
        Rig.with(Server.CYRUS);
        rig.wipe(Server.CYRUS);
        rig.wipe(Server.SOURCE);
        rig.seed("--users", "1", "--messages", SEED, "--profile", "small");
        TestProject filling = TestProject.between(
                rig, Files.createDirectories(folder.resolve("filling")), Server.SOURCE, Server.CYRUS, 1, 1);
        run(filling);
        TestProject project = project(Server.CYRUS, """
                EmailAddress,UserName,TargetUserName,TargetPassword
                u0001@example.org,u0001,u0001,secret
                """, """
                sourceSignIn:
                  form: plain-authzid
                  administrator: admin
                """);
        // the administrator's password comes from a list into the credential store, and from there into the run
        project.write("admins.csv", "EmailAddress,UserName,Password\nadmin@example.org,admin,secret\n");
        project.write("admins.batch.yaml", "source: source\ntarget: target\nmailboxes: admins.csv\n");
        Map<String, String> master = Map.of("MAILWAIN_MASTER_PASSWORD", "a master password");
        Mailwain.Result stored = Mailwain.call(folder, master, "passwords", "import", "admins.csv");
        assertThat(stored.exit()).as(stored.output()).isZero();
        Mailwain.Result run = Mailwain.call(folder, master, "run", "users");
        assertThat(run.exit()).as(run.output()).isZero();
        same(1, Server.CYRUS);
    }

    @Test
    void dovecotByPopIntoANamedFolder() throws Exception {
        rig.wipe(Server.SOURCE);
        rig.seed("--users", "1", "--messages", SEED, "--profile", "small", "--movable");
        TestProject project = project(Server.SOURCE, """
                EmailAddress,UserName,Password,TargetUserName,TargetPassword
                u0001@example.org,u0001,secret,u0001,secret
                """, "");
        project.replace("source.endpoint.yaml", "kind: imap", "kind: pop");
        project.replace("source.endpoint.yaml", "port: " + rig.imap(Server.SOURCE), "port: " + rig.pop3(Server.SOURCE));
        project.write("as-they-are.foldermap.yaml", INTO_PLACE + """
                rules:
                  - from: INBOX
                    to: Old mail
                """);
        run(project);
        Mailwain.Result again = project.call("run");
        assertThat(again.output()).contains("Done: 0 ");
        balanced(project);
        assertThat(report(project)).contains("Old mail");
    }

    @Test
    void gmailWithLabelsIsReadOnceAndTheSheetComesToZero() throws Exception {
        Path ca = folder.resolve("simulator/ca.pem");
        Process gmail = Mailwain.simulator(folder, "gmail", "--messages", SEED);
        try (BufferedReader said = gmail.inputReader(StandardCharsets.US_ASCII)) {
            String running = said.readLine();
            String port = number(running, "port");
            TestProject project = project(Server.SOURCE, """
                    EmailAddress,UserName,Password,TargetUserName,TargetPassword
                    alberta@example.org,alberta@example.com,abcd efgh ijkl mnop,u0001,secret
                    """, "");
            project.write("source.endpoint.yaml", """
                    kind: gmail
                    host: localhost
                    port: %s
                    trust:
                      ca-file: %s
                    """.formatted(port, ca));
            Mailwain.Result plan = project.call("plan");
            assertThat(plan.output()).contains("a mailbox and day");
            run(project);
            balanced(project);
            String items = Files.readString(project.file("report").resolve("items.csv"));
            assertThat(items).contains("kept under another folder");
            Mailwain.Result again = project.call("run");
            assertThat(again.output()).contains("Done: 0 ");
            Mailwain.interrupt(gmail);
            assertThat(number(said.readLine(), "served"))
                    .as("each message once")
                    .isEqualTo(number(running, "bytes"));
        } finally {
            Mailwain.kill(gmail);
        }
    }

    private static String number(String json, String field) {
        Matcher value = Pattern.compile("\"" + field + "\":(\\d+)").matcher(json);
        assertThat(value.find()).as(json).isTrue();
        return value.group(1);
    }

    private String report(TestProject project) throws Exception {
        return Files.readString(project.file("report").resolve("report.json"));
    }

    /** The evidence sheet of every folder comes to zero. */
    private void balanced(TestProject project) throws Exception {
        Mailwain.Result report =
                project.call("report", "--output", project.file("report").toString());
        assertThat(report.exit()).as(report.output()).isZero();
        assertThat(report(project)).contains("\"balanced\"").doesNotContain("notBalanced", "notListed");
    }
}
