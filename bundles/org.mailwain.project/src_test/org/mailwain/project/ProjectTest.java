package org.mailwain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.yaml.YamlDocument;

class ProjectTest {
    @TempDir
    private Path folder;

    @Test
    void givesTypedValuesOfASoundProject() throws Exception {
        sound();
        write(
                "map.foldermap.yaml",
                "root: Old mail\nrules:\n  - {from: 'A/**', to: 'B/**'}\n  - {from: X, leaveOut: true}\n");
        write("staff.batch.yaml", """
            source: old
            target: new
            mailboxes: {list: staff.csv, unknownColumns: true}
            sourceSignIn: {form: dovecot-master, administrator: admin, setting: "*"}
            folders: map
            filter: {exclude: ["#Trash#"], maxItemSize: 150 MB}
            flags: follow
            limits: {mailboxes: 4}
            repairs: [long-lines]
            """);

        Project project = Project.open(folder, Fakes.CATALOG);
        Batch batch = project.batch("staff").orElseThrow();

        assertThat(shown(project)).containsExactly("staff.csv:1:23 list.clear-passwords");
        assertThat(project.hasErrors()).isFalse();
        assertThat(batch.source().name()).isEqualTo("old");
        assertThat(batch.source().limits().connections()).isEqualTo(7);
        assertThat(batch.target().settings(Fakes.Imap.class).host().name()).isEqualTo("imap.new.example");
        assertThat(batch.sourceSignIn().administrator()).contains("admin");
        assertThat(batch.folders().root()).contains(FolderPath.of("Old mail"));
        assertThat(batch.folders().rules())
                .containsExactly(new FolderRule("A/**", Optional.of("B/**")), new FolderRule("X", Optional.empty()));
        assertThat(batch.filter().maxItemSize().count()).isEqualTo(150_000_000);
        assertThat(batch.filter().maxItems()).isEqualTo(Filter.DEFAULT.maxItems());
        assertThat(batch.flags()).isEqualTo(Follow.FOLLOW);
        assertThat(batch.limits().mailboxes()).isEqualTo(4);
        assertThat(batch.repairs()).containsExactly("long-lines");
        assertThat(batch.rows()).hasSize(1);
    }

    @Test
    void takesDefaultsWhereABatchSaysLittle() throws Exception {
        sound();
        Batch batch = Project.open(folder, Fakes.CATALOG).batch("staff").orElseThrow();
        assertThat(batch.filter()).isEqualTo(Filter.DEFAULT);
        assertThat(batch.folders()).isEqualTo(FolderRules.DEFAULT);
        assertThat(batch.flags()).isEqualTo(Follow.INITIAL);
        assertThat(batch.sourceSignIn().form()).isEqualTo("user");
    }

    @Test
    void collectsTheProblemsOfAllFilesAtOnce() throws Exception {
        write("old.endpoint.yaml", "kind: imp\nhost: x\n");
        write("new.endpoint.yaml", "kind: imap\nhost: \"a b\"\nport: 99999\nsecurty: tls\nlimits:\n  connections: 0\n");
        write("clear.endpoint.yaml", "kind: imap\nhost: x\nsecurity: none\n");
        write("source.endpoint.yaml", "kind: pop\nhost: x\n");
        write("map.foldermap.yaml", "rules:\n  - from: A\n  - from: A/*\n    to: B/**\n  - from: /A\n    to: B\n");
        write("my batch.batch.yaml", """
            source: oldd
            target: source
            mailboxes: nowhere.csv
            folders: mop
            sourceSignIn: {form: dovecot-master}
            targetSignIn: {form: usr}
            filter: {receivedAfter: 2024-01-01, receivedBefore: 2023-01-01}
            repairs: [long-line]
            color: blue
            """);
        write("list.batch.yaml", "source: old\ntarget: new\nmailboxes:\n  list: staff.csv\n  columns: {Email: Mail}\n");
        write("tab.batch.yaml", "source: old\n\ttarget: new\n");
        write("staff.csv", "EmailAddress,UserName,Password\nbad,,p\n");
        write("other.endpont.yml", "kind: imap\n");

        Project project = Project.open(folder, Fakes.CATALOG);

        assertThat(shown(project))
                .containsExactlyInAnyOrder(
                        "clear.endpoint.yaml:3:11 setting.missing",
                        "list.batch.yaml:5:13 batch.column [EmailAddress]",
                        "staff.csv:1:1 list.mapped-missing",
                        "staff.csv:2:1 row.address",
                        "staff.csv:2:5 row.empty",
                        "map.foldermap.yaml:2:5 rule.no-target",
                        "map.foldermap.yaml:4:9 rule.wildcards",
                        "map.foldermap.yaml:5:11 rule.empty-name",
                        "my batch.batch.yaml:0:0 file.name [my-batch.batch.yaml]",
                        "my batch.batch.yaml:1:9 batch.endpoint [old]",
                        "my batch.batch.yaml:2:9 batch.not-target",
                        "my batch.batch.yaml:3:12 setting.file-missing",
                        "my batch.batch.yaml:4:10 batch.folders [map]",
                        "my batch.batch.yaml:5:22 batch.administrator",
                        "my batch.batch.yaml:6:22 batch.form [user]",
                        "my batch.batch.yaml:8:11 batch.repair [long-lines]",
                        "my batch.batch.yaml:9:1 setting.unknown",
                        "new.endpoint.yaml:2:7 setting.not-host",
                        "new.endpoint.yaml:3:7 setting.not-port",
                        "new.endpoint.yaml:4:1 setting.unknown-near [security]",
                        "new.endpoint.yaml:6:16 setting.range",
                        "old.endpoint.yaml:1:7 endpoint.kind [imap]",
                        "other.endpont.yml:0:0 file.unknown [other.endpoint.yaml]",
                        "staff.csv:1:23 list.clear-passwords",
                        "tab.batch.yaml:2:1 yaml.tab [  ]");
        assertThat(project.batches().values()).noneMatch(batch -> batch.batch().isPresent());
    }

    @Test
    void everySuggestionMendsItsProblem() throws Exception {
        sound();
        write("old.endpoint.yaml", "kind: imapp\n'hots': 'imap://x.example:993'\nallowInsecure: yes\n");
        write("new.endpoint.yaml", "kind: imap\nhost: x\nsecurity: TLS\nkey: @store\nlimits:\n\tconnections: 1\n");
        write("staff.csv", "Email Address,UserName,\"Pass word\"\n\"<a@x.example>\", a,@store\n");

        for (int round = 0; round < 20; round++) {
            Project project = Project.open(folder, Fakes.CATALOG);
            Optional<Problem> next = project.problems().stream()
                    .filter(p -> !p.suggestions().isEmpty())
                    .findFirst();
            if (next.isEmpty()) {
                assertThat(shown(project)).isEmpty();
                assertThat(Files.readString(folder.resolve("staff.csv")))
                        .isEqualTo("EmailAddress,UserName,\"Password\"\n\"a@x.example\",a,@store\n");
                return;
            }
            mend(project, next.get());
        }
        throw new AssertionError(shown(Project.open(folder, Fakes.CATALOG)));
    }

    private void mend(Project project, Problem problem) throws Exception {
        String suggestion = problem.suggestions().getFirst();
        Path file = folder.resolve(problem.file());
        if (problem.file().endsWith(".csv")) {
            CsvDocument list =
                    project.batches().get("staff").mailboxes().orElseThrow().document();
            CsvDocument.Cell cell = list.cell(problem).orElseThrow();
            list = list.with(List.of(new CsvDocument.CellEdit(cell.row(), cell.column(), suggestion)));
            Files.write(file, list.content().encode());
        } else {
            YamlDocument document = YamlDocument.read(problem.file(), TextContent.decode(Files.readAllBytes(file)));
            Files.write(
                    file,
                    document.apply(document.fix(problem, suggestion)).content().encode());
        }
    }

    @Test
    void warnsOfAListThatOthersCanRead() throws Exception {
        sound();
        Path list = folder.resolve("staff.csv");
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(shown(Project.open(folder, Fakes.CATALOG)))
                .contains("staff.csv:0:0 list.readable", "staff.csv:1:23 list.clear-passwords");

        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-------"));
        assertThat(shown(Project.open(folder, Fakes.CATALOG))).doesNotContain("staff.csv:0:0 list.readable");

        write("staff.csv", "EmailAddress,UserName,Password\na@x.example,a,@store\n");
        assertThat(shown(Project.open(folder, Fakes.CATALOG))).isEmpty();
    }

    @Test
    void anUnmatchedRowIsInTheBatchWithAWarning() throws Exception {
        sound();
        write("staff.csv", "EmailAddress,UserName,Password\n,a,@store\n");

        Project project = Project.open(folder, Fakes.CATALOG);

        assertThat(shown(project)).containsExactly("staff.csv:2:1 row.unmatched");
        assertThat(project.batch("staff").orElseThrow().rows().getFirst().emailAddress())
                .isEmpty();
    }

    @Test
    void takesPerRowSettingsOfTheSource() throws Exception {
        sound();
        write("old.endpoint.yaml", "kind: pop\nhost: pop.old.example\n");
        write("staff.csv", "EmailAddress,UserName,Password,Folder\na@x.example,a,@store,Old\n");

        Batch batch = Project.open(folder, Fakes.CATALOG).batch("staff").orElseThrow();

        assertThat(batch.rows().getFirst().settings()).isEqualTo(Map.of("folder", "Old"));
    }

    @Test
    void refusesAListThatIsTooLarge() throws Exception {
        sound();
        write("staff.batch.yaml", "source: old\ntarget: new\nmailboxes: {list: staff.csv, maxSize: 1 KB}\n");
        write("staff.csv", "EmailAddress,UserName,Password\n" + "x".repeat(1000));
        assertThat(shown(Project.open(folder, Fakes.CATALOG))).containsExactly("staff.batch.yaml:3:19 file.too-large");
    }

    @Test
    void seesWhatIsNotSavedYet() throws Exception {
        sound();
        ProjectFolder edited = ProjectFolder.of(folder)
                .withUnsaved("staff.batch.yaml", "source: nobody\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Project.open(edited, Fakes.CATALOG, null).hasErrors()).isTrue();
        assertThat(Project.open(folder, Fakes.CATALOG).hasErrors()).isFalse();
    }

    @Test
    void readsSecretsOfEndpointsFromTheStore() throws Exception {
        sound();
        write("new.endpoint.yaml", "kind: imap\nhost: x\nkey: \"@store\"\n");
        write("old.endpoint.yaml", "kind: imap\nhost: x\nkey: \"@store:graph/tenant 1\"\n");
        Map<CredentialPath, Secret> secrets = Map.of(
                new CredentialPath("endpoint", "new.key"), Secret.of("one"),
                new CredentialPath("graph", "tenant 1"), Secret.of("two"));

        Batch batch = Project.open(ProjectFolder.of(folder), Fakes.CATALOG, new Store(secrets))
                .batch("staff")
                .orElseThrow();

        assertThat(batch.target().settings(Fakes.Imap.class).key()).contains(Secret.of("one"));
        assertThat(batch.source().settings(Fakes.Imap.class).key()).contains(Secret.of("two"));
        assertThat(shown(Project.open(ProjectFolder.of(folder), Fakes.CATALOG, new Store(Map.of()))))
                .contains("new.endpoint.yaml:3:6 setting.secret-missing");
    }

    @Test
    void aSecretInAFileIsNotRepeatedInTheProblem() throws Exception {
        sound();
        write("new.endpoint.yaml", "kind: imap\nhost: x\nkey: open-sesame\n");
        Project project = Project.open(folder, Fakes.CATALOG);
        assertThat(shown(project)).contains("new.endpoint.yaml:3:6 setting.secret [\"@store\"]");
        assertThat(project.problems().toString()).doesNotContain("open-sesame");
    }

    @Test
    void tellsAFolderThatIsNoProject() throws Exception {
        assertThat(shown(Project.open(folder, Fakes.CATALOG))).containsExactly(":0:0 folder.empty");
        assertThatThrownBy(() -> Project.open(folder.resolve("none"), Fakes.CATALOG))
                .isInstanceOf(FailureException.class);
    }

    private void sound() throws IOException {
        write("old.endpoint.yaml", "kind: imap\nhost: imap.old.example\nlimits:\n  connections: 7\n");
        write("new.endpoint.yaml", "kind: imap\nhost: imap.new.example\n");
        write("staff.batch.yaml", "source: old\ntarget: new\nmailboxes: staff.csv\n");
        write("staff.csv", "EmailAddress,UserName,Password\na@x.example,a,p\n");
        Files.setPosixFilePermissions(folder.resolve("staff.csv"), PosixFilePermissions.fromString("rw-------"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        if (file.endsWith(".csv")) {
            Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static List<String> shown(Project project) {
        return project.problems().stream().map(ProjectTest::shown).toList();
    }

    private static String shown(Problem p) {
        String place = p.file() + ":" + p.line() + ":" + p.column();
        boolean choice = p.suggestions().size() > 2;
        String code = p.failure().code().replace("project.", "");
        return place + " " + code + (p.suggestions().isEmpty() || choice ? "" : " " + p.suggestions());
    }

    private record Store(Map<CredentialPath, Secret> secrets) implements CredentialStore {
        @Override
        public Optional<Secret> get(CredentialPath path) {
            return Optional.ofNullable(secrets.get(path));
        }

        @Override
        public void put(CredentialPath path, Secret secret) {
            throw new IllegalStateException();
        }

        @Override
        public void putAll(Map<CredentialPath, Secret> more) {
            throw new IllegalStateException();
        }

        @Override
        public void remove(CredentialPath path) {
            throw new IllegalStateException();
        }

        @Override
        public List<CredentialPath> paths() {
            return List.copyOf(secrets.keySet());
        }
    }
}
