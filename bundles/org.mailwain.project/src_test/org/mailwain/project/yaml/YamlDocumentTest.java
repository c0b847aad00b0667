package org.mailwain.project.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Problem;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

class YamlDocumentTest {
    @Test
    void showsWhereEachValueStands() {
        YamlDocument document = read("# top\nkind: imap\nlimits:\n  connections: 5 # few\n");

        YamlNode value = document.find(YamlPath.of("limits", "connections")).orElseThrow();

        assertThat(value.span().of(document.text())).isEqualTo("5");
        assertThat(document.lines().line(value.span().start())).isEqualTo(4);
        assertThat(document.lines().column(value.span().start())).isEqualTo(16);
    }

    @Test
    void countsPlacesRightBehindCharactersOutsideTheBasicPlane() {
        YamlDocument document = read("name: 😀😀\nhost: there\n");

        YamlNode value = document.find(YamlPath.of("host")).orElseThrow();

        assertThat(value.span().of(document.text())).isEqualTo("there");
    }

    @Test
    void takesOnlyCommentsForNothing() {
        assertThat(read("# nothing yet\n").root().isEmpty()).isTrue();
        assertThat(read("").problems()).isEmpty();
    }

    @Test
    void tellsEveryLineThatIsIndentedByTabs() {
        YamlDocument document = read("limits:\n\tconnections: 5\n\trate: 6\nkind: imap\n");

        assertThat(codes(document)).containsExactly("2:1 project.yaml.tab", "3:1 project.yaml.tab");
        assertThat(document.find(YamlPath.of("limits", "rate"))).isPresent();
        assertThat(document.complete()).isFalse();
    }

    @Test
    void takesATabBehindAValueForABlank() {
        YamlDocument document = read("kind:\timap\t# there\nlist: [a,\tb]\n");

        assertThat(document.problems()).isEmpty();
        assertThat(document.complete()).isTrue();
        assertThat(document.find(YamlPath.of("kind")).orElseThrow().span().of(document.text()))
                .isEqualTo("imap");
    }

    @Test
    void moreTabsThanItReplacesAreAProblem() {
        assertThat(codes(read("a:\t1\n" + "b:\t1\n".repeat(200)))).contains("1:3 project.yaml.tab");
    }

    @Test
    void readsOnBehindASyntaxError() {
        YamlDocument document = read("kind: imap\nhost: \"open\nport: 993\nlimits: [1, 2\nname: a: b\nlast: 1\n");

        assertThat(codes(document)).contains("2:7 project.yaml.unclosed");
        assertThat(document.find(YamlPath.of("kind"))).isPresent();
        assertThat(document.find(YamlPath.of("last"))).isPresent();
    }

    @Test
    void tellsSeveralSyntaxErrorsAtOnce() {
        YamlDocument document = read("a: b: c\nok: 1\nd: @store\nlist: [1, 2\nend: 1\n");

        assertThat(codes(document))
                .containsExactlyInAnyOrder(
                        "1:5 project.yaml.colon", "3:4 project.yaml.reserved", "4:7 project.yaml.unclosed");
        assertThat(document.problems())
                .anySatisfy(p -> assertThat(p.suggestions()).containsExactly("\"@store\""));
        assertThat(document.find(YamlPath.of("ok"))).isPresent();
    }

    @Test
    void tellsAKeyWithoutAColon() {
        assertThat(codes(read("kind: imap\nhost\nport: 1\n"))).containsExactly("2:1 project.yaml.colon");
    }

    @Test
    void tellsKeysGivenTwice() {
        assertThat(codes(read("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n")))
                .containsExactlyInAnyOrder("5:1 project.yaml.duplicate-key", "4:3 project.yaml.duplicate-key");
    }

    @Test
    void refusesAliasesTagsAndFurtherDocuments() {
        assertThat(codes(read("a: &x 1\nb: *x\n"))).containsExactly("1:4 project.yaml.alias", "2:4 project.yaml.alias");
        assertThat(codes(read("a: !!int 1\n"))).containsExactly("1:4 project.yaml.tag");
        assertThat(codes(read("a: 1\n---\nb: 2\n"))).containsExactly("2:1 project.yaml.documents");
        assertThat(codes(read("[a]: 1\n"))).containsExactly("1:1 project.yaml.key-not-text");
    }

    @Test
    void aThousandLevelsAreAProblemAndNoOverflow() {
        assertThat(codes(read("a: " + "[".repeat(100_000)))).isNotEmpty();
        assertThat(codes(read("a: " + "[".repeat(1000) + "]".repeat(1000)))).isNotEmpty();
    }

    @Test
    void aLaughOfABillionAliasesStaysSmall() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n");
        }
        assertThat(read(text.toString()).problems()).hasSizeGreaterThan(90);
    }

    @Test
    void tellsControlCharacters() {
        assertThat(codes(read("a: 1\nb: x\u0001y\nc: 3\n"))).containsExactly("2:5 project.yaml.control-character");
    }

    @Test
    void keepsBytesThatAreNotUtf8() throws Exception {
        byte[] bytes = {'a', ':', ' ', (byte) 0xE4, '\n'};
        YamlDocument document = YamlDocument.read("x.yaml", TextContent.decode(bytes));

        assertThat(codes(document)).containsExactly("0:0 project.file.not-utf8");
        assertThat(document.content().encode()).isEqualTo(bytes);
    }

    private static YamlDocument read(String text) {
        return YamlDocument.read("x.yaml", new TextContent(text, Encoding.UTF_8));
    }

    private static List<String> codes(YamlDocument document) {
        return document.problems().stream().map(YamlDocumentTest::shown).toList();
    }

    private static String shown(Problem p) {
        return p.line() + ":" + p.column() + " " + p.failure().code();
    }
}
