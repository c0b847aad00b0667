package org.mailwain.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.Asks;
import org.mailwain.demo.Demo;
import org.mailwain.demo.SampleMailbox;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.GraphSimulator;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.Sku;
import org.mailwain.simulator.graph.User;

/** The way of the walk-through in {@code releng/docs/microsoft365.md}, against a simulated tenant. */
class TenantVerbsTest {
    private static final String CLIENT_SECRET = "its-client-secret";
    private static final String ENDPOINT = """
            kind: graph
            host: localhost
            port: %d
            caFile: tenant-ca.pem
            signIn:
              microsoft:
                authority: %s
                caFile: tenant-ca.pem
                tenant: %s
                clientId: %s
                proof:
                  secret: "@store:microsoft/rehearsal"
            """;

    @TempDir
    private Path folder;

    private Demo demo;
    private GraphSimulator simulator;
    private final PlainCli cli = new PlainCli(new Typing());
    private final StringBuilder shown = new StringBuilder();

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(folder);
        simulator = GraphSimulator.start(SimulatorOptions.DEFAULT);
        simulator.authority().writePem(folder.resolve("tenant-ca.pem"));
        simulator.tenant().domain(domain(), true).domain("contoso.onmicrosoft.com", true);
        simulator.tenant().sku(Sku.of("O365_BUSINESS_ESSENTIALS", "EXCHANGE_S_STANDARD", 5));
        endpoint(Application.MIGRATION);
        StringBuilder list = new StringBuilder("EmailAddress,UserName,Password,FirstName,LastName\n");
        for (SampleMailbox mailbox : demo.mailboxes()) {
            String address = mailbox == demo.mailboxes().getFirst() ? "" : mailbox.address();
            String local = mailbox.address().substring(0, mailbox.address().indexOf('@'));
            int dot = Math.max(0, local.indexOf('.'));
            list.append("%s,%s,\"%s\",%s,%s%n"
                    .formatted(
                            address,
                            mailbox.user(),
                            mailbox.password().replace("\"", "\"\""),
                            local.substring(0, dot),
                            local.substring(dot == 0 ? 0 : dot + 1)));
        }
        Files.writeString(folder.resolve("mailboxes.csv"), list);
        assertThat(run("passwords", "set", "microsoft/rehearsal")).isZero();
    }

    /** An application with these permissions, and the endpoint that signs in as it. */
    private void endpoint(Set<String> roles) throws IOException {
        Application application = simulator.tenant().register(CLIENT_SECRET, roles);
        Files.writeString(
                folder.resolve("new-server.endpoint.yaml"),
                ENDPOINT.formatted(
                        simulator.port(), simulator.base(), simulator.tenant().id(), application.id()));
    }

    @AfterEach
    void stop() {
        simulator.close();
        demo.close();
    }

    private String domain() {
        String address = demo.mailboxes().getFirst().address();
        return address.substring(address.indexOf('@') + 1);
    }

    private int run(String... line) {
        List<String> whole = new ArrayList<>(List.of(line));
        whole.addAll(List.of("--project", folder.toString()));
        int exit = cli.run(whole.toArray(String[]::new));
        shown.append("$ mailwain ").append(String.join(" ", line)).append('\n');
        String output = cli.output().replace(folder + "/", "").replace(folder.toString(), ".");
        shown.append(output).append("exit ").append(exit).append("\n\n");
        return exit;
    }

    /** A person who types the master password. */
    private static final class Typing implements Asks {
        @Override
        public Optional<Secret> secret(Question question) {
            return Optional.of(Secret.of(question.id().equals("passwords.ask") ? CLIENT_SECRET : "correct horse"));
        }

        @Override
        public boolean confirm(Question question) {
            return true;
        }

        @Override
        public void tell(Question notice) {
            // nothing to be done
        }
    }

    @Test
    void aListIsMatchedItsMailboxesAreMadeAndItsMailArrives() throws IOException {
        try {
            SampleMailbox first = demo.mailboxes().getFirst();
            User user = simulator.tenant().user(first.address(), "Anna");
            assertThat(run("match", "--rules", "address,{first}.{last}@" + domain(), "--write"))
                    .isZero();
            assertThat(Files.readString(folder.resolve("mailboxes.csv")))
                    .contains(first.address() + ",")
                    .contains("{first}.{last}@" + domain());
            assertThat(run("check", "--connect")).isNotZero();
            assertThat(shown).contains("tenant.user.missing", "tenant.user.licence", "mailwain provision");
            String[] provision = {"provision", "--licence", "O365_BUSINESS_ESSENTIALS", "--country", "DE"};
            assertThat(run(provision)).isZero();
            assertThat(simulator.tenant().users()).hasSize(1);
            assertThat(run("provision", "--licence", "O365_BUSINESS_ESSENTIALS", "--country", "DE", "--apply"))
                    .isZero();
            assertThat(simulator.tenant().users()).hasSize(demo.mailboxes().size());
            assertThat(user.licences()).hasSize(1);
            assertThat(run("provision", "--licence", "O365_BUSINESS_ESSENTIALS", "--country", "DE", "--apply"))
                    .isZero();
            assertThat(run("check", "--connect")).isZero();
            assertThat(run("run")).isIn(0, ExitCode.ATTENTION.number());
            assertThat(user.mailbox().folder("inbox").messages()).isNotEmpty();
            assertThat(run("run")).isIn(0, ExitCode.ATTENTION.number());
            run("verify");
        } finally {
            String file = System.getProperty("mailwain.walk-through");
            if (file != null) {
                Files.writeString(Path.of(file), shown);
            }
        }
    }

    @Test
    void imapIsRecommendedWhereItMaySignIn() throws IOException {
        simulator.tenant().user(demo.mailboxes().getFirst().address(), "Anna");
        assertThat(run("match", "--rules", "address,{first}.{last}@" + domain(), "--write"))
                .isZero();
        run("check", "--connect");
        assertThat(shown)
                .containsPattern("strategy +graph json +ok")
                .contains("IMAP.AccessAsApp > Grant admin consent", "tenant.way.closed");
        Set<String> more = new HashSet<>(Application.MIGRATION);
        more.add("IMAP.AccessAsApp");
        endpoint(more);
        shown.setLength(0);
        run("check", "--connect");
        assertThat(shown)
                .containsPattern("strategy +imap +ok")
                .contains("New-ServicePrincipal -AppId", "Add-MailboxPermission", "tenant.way.imap");
    }

    @Test
    void firstPasswordsAreHandedOverForTheirOwnerAloneAndStayTheSame() throws IOException {
        simulator.tenant().user(demo.mailboxes().getFirst().address(), "Anna");
        run("match", "--rules", "address,{first}.{last}@" + domain(), "--write");
        List<String> provision = new ArrayList<>(
                List.of("provision", "--licence", "O365_BUSINESS_ESSENTIALS", "--country", "DE", "--apply"));
        provision.addAll(List.of("--passwords", "first.csv"));
        assertThat(run(provision.toArray(String[]::new))).isZero();
        Path file = folder.resolve("first.csv");
        List<String> lines = Files.readAllLines(file);
        // a user who was there keeps the password that nobody here knows
        assertThat(lines).hasSize(demo.mailboxes().size()).first().isEqualTo("EmailAddress,Password");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[1]))
                .doesNotHaveDuplicates()
                .allMatch(word -> word.length() >= 16
                        && word.matches(".*[a-z].*")
                        && word.matches(".*[A-Z].*")
                        && word.matches(".*[0-9].*"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        for (String line : lines.subList(1, lines.size())) {
            assertThat(shown).doesNotContain(line.split(",")[1]);
            assertThat(sealed()).noneMatch(text -> text.contains(line.split(",")[1]));
        }
        assertThat(run(provision.toArray(String[]::new))).isZero();
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    /** What stands in the project's files, those that were asked for aside. */
    private List<String> sealed() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("first.csv"))
                    .toList()) {
                all.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all;
        }
    }
}
