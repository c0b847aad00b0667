package org.mailwain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/** What goes wrong in the field: each a clear error at its scope, an exit code, and the next run goes on. */
class TroubleTest {
    @TempDir
    private Path folder;

    private Rig rig;
    private TestProject project;

    @BeforeEach
    void mailboxes() throws Exception {
        rig = Rig.with(Server.SOURCE, Server.TARGET);
        rig.wipe(Server.SOURCE);
        rig.wipe(Server.TARGET);
        rig.seed("--users", "2", "--messages", "60", "--profile", "small");
        project = TestProject.between(rig, folder, Server.SOURCE, Server.TARGET, 1, 2);
    }

    private void check(int exit, String code) throws Exception {
        Mailwain.Result check = project.call("check", "--connect");
        assertThat(check.exit()).as(check.output()).isEqualTo(exit);
        assertThat(check.output()).contains(code);
    }

    private void finish() throws Exception {
        Mailwain.Result run = project.call("run");
        assertThat(run.exit()).as(run.output()).isZero();
        for (int user = 1; user <= 2; user++) {
            Rig.Result result = rig.verify("--source-user", Rig.user(user));
            assertThat(result.exit()).as(result.output()).isZero();
        }
    }

    @Test
    void aWrongPasswordConcernsItsMailboxAlone() throws Exception {
        project.replace("users.csv", "u0002,secret,u0002", "u0002,wrong,u0002");
        check(4, "u0002");
        Mailwain.Result run = project.call("run");
        assertThat(run.exit()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("u0002@example.org").doesNotContain("wrong,");
        assertThat(rig.verify("--source-user", Rig.user(1)).exit()).isZero();
        project.replace("users.csv", "u0002,wrong,u0002", "u0002,secret,u0002");
        finish();
    }

    @Test
    void anUnknownHost() throws Exception {
        project.replace("source.endpoint.yaml", "host: localhost", "host: no-such-host.invalid");
        check(4, "no-such-host.invalid");
    }

    @Test
    void aRefusedConnection() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        project.write("source.endpoint.yaml", project.endpoint(port));
        check(4, "refused");
    }

    @Test
    void aConnectionThatHangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            project.write("source.endpoint.yaml", project.endpoint(silent.getLocalPort()) + "timeout: 2 s\n");
            check(4, "mail.connection.");
        }
    }

    @Test
    void aCertificateThatNobodyKnows() throws Exception {
        project.replace("source.endpoint.yaml", "trust:\n  ca-file: " + rig.ca(), "");
        check(4, "certificate");
    }

    @Test
    void aCertificateForAnotherName() throws Exception {
        project.replace("source.endpoint.yaml", "host: localhost", "host: 127.0.0.2");
        check(4, "127.0.0.2");
    }

    @Test
    void noPasswordAppearsAnywhere() throws Exception {
        String planted = "pl4nted-" + System.nanoTime();
        project.replace("users.csv", "u0002,secret,u0002", "u0002," + planted + ",u0002");
        for (String verb : new String[] {"check --connect", "plan", "run", "status", "verify", "report", "diagnose"}) {
            Mailwain.Result result = project.call(verb.split(" "));
            assertThat(result.output()).as(verb).doesNotContain(planted);
        }
        Files.delete(project.file("users.csv"));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(holds(file, planted)).as(file.toString()).isFalse();
            }
        }
    }

    private static boolean holds(Path file, String text) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    }

    @Test
    void theSourceIsUnchanged() throws Exception {
        String before = folderStates();
        finish();
        assertThat(folderStates()).isEqualTo(before);
    }

    /** Flags, UIDs, HIGHESTMODSEQ and the names of all files of both mailboxes, which hold the flags. */
    private String folderStates() throws Exception {
        StringBuilder states = new StringBuilder();
        try (var files = Files.walk(rig.home().resolve("source/mail"))) {
            files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.contains("/cur/") || name.contains("/new/"))
                    .sorted()
                    .forEach(name -> states.append(name).append('\n'));
        }
        String script = """
                import imaplib, sys
                for user in ('u0001', 'u0002'):
                    m = imaplib.IMAP4('127.0.0.1', int(sys.argv[1])); m.login(user, 'secret')
                    m.enable('CONDSTORE')
                    for line in m.list()[1]:
                        name = line.decode().split(' "." ')[1]
                        status = m.status(name, '(UIDNEXT UIDVALIDITY MESSAGES UNSEEN HIGHESTMODSEQ)')
                        print(status if status[0] == 'OK' else (name, status[0])) # a refusal says its milliseconds
                        answer, count = m.select(name, True)
                        if answer == 'OK' and count[0] != b'0':
                            print(m.fetch('1:*', '(UID FLAGS)'))
                    m.logout()
                """;
        Process process = new ProcessBuilder("python3", "-c", script, String.valueOf(rig.imap(Server.SOURCE)))
                .redirectErrorStream(true)
                .start();
        states.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).as(states.toString()).isZero();
        return states.toString();
    }

    /** By the administrator of Cyrus, for each folder where the command says {@code *}: new ones inherit rights. */
    private static void cyrus(Rig rig, String command) throws Exception {
        String script = """
                import imaplib, sys
                m = imaplib.IMAP4('127.0.0.1', int(sys.argv[1])); m.login('admin', 'secret')
                verb, rest = sys.argv[2].split(' ', 1)
                names = ['user.u0001']
                if '*' in rest:
                    names += [line.split(b' "." ')[1].decode() for line in m.list('user.u0001.', '*')[1] if line]
                answers = [m.xatom(verb, rest.replace('*', name)) for name in names]
                print(answers); m.logout()
                sys.exit(any(answer[0] != 'OK' for answer in answers))
                """;
        Process process = new ProcessBuilder("python3", "-c", script, String.valueOf(rig.imap(Server.CYRUS)), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private void toCyrus(int exit, String code, String wrong, String right) throws Exception {
        Rig cyrus = Rig.with(Server.CYRUS);
        cyrus.wipe(Server.CYRUS);
        project = TestProject.between(cyrus, folder, Server.SOURCE, Server.CYRUS, 1, 1);
        project.call("check", "--connect"); // the first sign-in makes the mailbox
        cyrus(cyrus, wrong);
        try {
            Mailwain.Result run = project.call("run");
            assertThat(run.exit()).as(run.output()).isEqualTo(exit);
            Mailwain.Result report =
                    project.call("report", "--output", folder.resolve("report").toString());
            assertThat(report.exit()).as(report.output()).isZero();
            assertThat(Files.readString(folder.resolve("report/report.json"))).contains(code);
        } finally {
            cyrus(cyrus, right);
        }
        Mailwain.Result again = project.call("run", "--retry-failed");
        assertThat(again.exit()).as(again.output()).isZero();
        Rig.Result result = cyrus.verify("--source-user", Rig.user(1), "--target-server", "cyrus");
        assertThat(result.exit()).as(result.output()).isZero();
    }

    @Test
    void aTargetThatIsFull() throws Exception {
        toCyrus(5, "mail.quota", "SETQUOTA user.u0001 (STORAGE 40)", "SETQUOTA user.u0001 ()");
    }

    @Test
    void aTargetThatMayNotBeWritten() throws Exception {
        toCyrus(1, "mail.", "SETACL user.u0001 u0001 lrs", "SETACL * u0001 lrswipkxtecda");
    }

    @Test
    void aDiskThatIsFullUnderTheLedger() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assertThat(call("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()))
                .isZero();
        try {
            project = TestProject.between(rig, disk, Server.SOURCE, Server.TARGET, 1, 2);
            Mailwain.Result plan = project.call("plan");
            assertThat(plan.exit()).as(plan.output()).isZero();
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[(int) (disk.toFile().getUsableSpace() - 100_000)]);
            Mailwain.Result run = project.call("run");
            assertThat(run.exit()).as(run.output()).isEqualTo(5);
            assertThat(run.output()).contains("disk-full");
            Files.delete(ballast);
            finish();
        } finally {
            call("umount", "-l", disk.toString());
        }
    }

    private static int call(String... line) throws Exception {
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
