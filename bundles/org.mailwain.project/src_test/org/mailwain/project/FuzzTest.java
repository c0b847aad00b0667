package org.mailwain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvDocument.CellEdit;
import org.mailwain.project.mailboxes.ListRules;
import org.mailwain.project.mailboxes.ListSettings;
import org.mailwain.project.mailboxes.MailboxList;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.text.TextEdit;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/** Broken files are read, told and kept; nothing is thrown and nothing hangs. */
class FuzzTest {
    private static final String YAML = """
        # über
        kind: imap
        host: "imap.example"
        port: 993 # usual
        text: |
          a
           b
        limits: {connections: 5, block: [1, '2', "3"]}
        rules:
          - from: A/**
            to: 'B/**'
          - from: X
            leaveOut: true
        """;
    private static final String CSV = """
        EmailAddress,UserName,Password,UserRoot,Include,Priority
        a@x.example,a,"p,""1""2",/users/a,INBOX;Sent,1
        b@x.example,"b
        c",@store,,,

        c@x.example,ü,'x',,,-5
        """;
    private static final String SIGNS = "\t\n\r :-,;\"'#&*!|>%@`{}[]?~\\\0\u0001\uFEFF\u2028\u0085\uD83D\uDE00a0";

    @RepeatedTest(10)
    void readsAnyYaml(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 100; i++) {
                yaml(mutated(YAML, random), random);
            }
        });
    }

    private static void yaml(byte[] bytes, Random random) throws Exception {
        YamlDocument document = YamlDocument.read("x.endpoint.yaml", TextContent.decode(bytes));
        assertThat(document.content().encode()).isEqualTo(bytes);
        document.problems().forEach(problem -> inside(document, problem));
        EndpointFile.read("x", document, Fakes.CATALOG, Path.of("").toAbsolutePath(), null);
        FolderMapFile.read("x", document, Path.of("").toAbsolutePath());
        List<YamlPath> paths = List.of(
                YamlPath.of("host"),
                YamlPath.of("limits", "connections"),
                YamlPath.of("rules").index(1).key("to"));
        YamlPath path = paths.get(random.nextInt(paths.size()));
        try {
            TextEdit edit = random.nextBoolean() ? document.set(path, YamlValue.text("x: y")) : document.remove(path);
            assertThat(document.apply(edit).complete()).isTrue();
        } catch (FailureException refused) {
            assertThat(refused.failure().is(ProjectFailure.YAML_NOT_EDITABLE)).isTrue();
        }
    }

    private static void inside(YamlDocument document, Problem problem) {
        if (problem.line() > 0) {
            assertThat(problem.line()).isLessThanOrEqualTo(document.lines().lines());
            assertThat(document.lines().offset(problem.line(), problem.column()) + problem.length())
                    .isLessThanOrEqualTo(document.text().length());
        }
    }

    @RepeatedTest(10)
    void readsAnyList(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 100; i++) {
                list(mutated(CSV, random), random);
            }
        });
    }

    private static void list(byte[] bytes, Random random) throws Exception {
        ListRules strict = ListRules.of(ListSettings.of(Path.of("x.csv")));
        ListRules mapped = new ListRules(strict.settings(), Map.of("UserName", "UserName"), Optional.empty(), false);
        for (ListRules rules : List.of(strict, mapped)) {
            MailboxList list = MailboxList.read("x.csv", bytes, rules);
            CsvDocument document = list.document();
            assertThat(document.content().encode()).isEqualTo(bytes);
            list.problems().forEach(document::cell);
            if (document.rows() > 1 && document.problems().isEmpty()) {
                int row = 1 + random.nextInt(document.rows() - 1);
                CsvDocument changed = document.with(List.of(new CellEdit(row, 0, "n,\"w")));
                assertThat(changed.row(row).cell(0)).isEqualTo("n,\"w");
            }
        }
    }

    private static byte[] mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            int length = Math.min(random.nextInt(4), mutated.length() - at);
            String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
            switch (random.nextInt(3)) {
                case 0 -> mutated.insert(at, sign.repeat(1 + random.nextInt(3)));
                case 1 -> mutated.replace(at, at + length, sign);
                default -> mutated.delete(at, at + length);
            }
            if (mutated.isEmpty()) {
                mutated.append('x');
            }
        }
        byte[] bytes = mutated.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
