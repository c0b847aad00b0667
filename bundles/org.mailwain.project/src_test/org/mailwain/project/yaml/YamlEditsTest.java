package org.mailwain.project.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.text.TextEdit;

class YamlEditsTest {
    private static final YamlValue SIX = YamlValue.literal(6);

    @Test
    void replacesAScalarAndNothingElse() throws Exception {
        assertThat(set("a: 1   # one\nb: 2\n", "a", SIX)).isEqualTo("a: 6   # one\nb: 2\n");
        assertThat(set("a: 'x'\n", "a", YamlValue.text("it's"))).isEqualTo("a: 'it''s'\n");
        assertThat(set("a: \"x\"\n", "a", YamlValue.text("q\"q"))).isEqualTo("a: \"q\\\"q\"\n");
        assertThat(set("a: x y\n  z\nb: 1\n", "a", YamlValue.text("w"))).isEqualTo("a: w\nb: 1\n");
        assertThat(set("a: |\n  x\n  y\n\n# c\nb: 1\n", "a", YamlValue.text("w")))
                .isEqualTo("a: w\n\n# c\nb: 1\n");
    }

    @Test
    void quotesWhatWouldBeReadAsSomethingElse() throws Exception {
        for (String text : List.of(
                "",
                " x",
                "x ",
                "a: b",
                "a #b",
                "@store",
                "*",
                "no",
                "0777",
                "1:30",
                "~",
                "x\ny",
                "- x",
                "{",
                "a:",
                "\t",
                "\u0085",
                "\uFEFF",
                "'",
                "% x",
                "---",
                "#Inbox#/*",
                "null",
                "1e3",
                "12345678901234567890")) {
            String edited = set("a: 1\nb: 2\n", "a", YamlValue.text(text));
            assertThat(edited).matches("(?s)a: \".*\"\nb: 2\n");
        }
        assertThat(set("a: 1\n", "a", YamlValue.text("Domain/Admin/User"))).isEqualTo("a: Domain/Admin/User\n");
        assertThat(set("a: 1\n", "a", YamlValue.text("-x"))).isEqualTo("a: -x\n");
        assertThat(set("a: [1]\n", path("a").index(0), YamlValue.text("x,y"))).isEqualTo("a: [\"x,y\"]\n");
    }

    @Test
    void writesAValueWhereNothingStands() throws Exception {
        assertThat(set("a: # none\nb: 2\n", "a", SIX)).isEqualTo("a: 6 # none\nb: 2\n");
        assertThat(set("a:", "a", SIX)).isEqualTo("a: 6");
        assertThat(set("x: {a, b: 1}\n", path("x", "a"), SIX)).isEqualTo("x: {a: 6, b: 1}\n");
        assertThat(set("x: {a: , b: 1}\n", path("x", "a"), SIX)).isEqualTo("x: {a: 6 , b: 1}\n");
        assertThat(set("a: ~ # none\n", "a", SIX)).isEqualTo("a: 6 # none\n");
    }

    @Test
    void addsAKeyBehindTheLast() throws Exception {
        assertThat(set("a: 1 # one\n\n# end\n", "b", SIX)).isEqualTo("a: 1 # one\nb: 6\n\n# end\n");
        assertThat(set("a: 1", "b", SIX)).isEqualTo("a: 1\nb: 6");
        assertThat(set("a: 1\r\nc: 1\r\n", "b", SIX)).isEqualTo("a: 1\r\nc: 1\r\nb: 6\r\n");
        assertThat(set("# only this", "b", SIX)).isEqualTo("# only this\nb: 6");
        assertThat(set("", "b", SIX)).isEqualTo("b: 6\n");
        assertThat(set("x: {a: 1}\n", path("x", "b"), SIX)).isEqualTo("x: {a: 1, b: 6}\n");
        assertThat(set("x: { }\n", path("x", "b"), SIX)).isEqualTo("x: {b: 6 }\n");
        assertThat(set("x:\n    a: 1\n    # more\ny: 1\n", path("x", "b"), SIX))
                .isEqualTo("x:\n    a: 1\n    b: 6\n    # more\ny: 1\n");
        assertThat(set("x:\n  a: |+\n    t\n\ny: 1\n", path("x", "b"), SIX))
                .isEqualTo("x:\n  a: |+\n    t\n\n  b: 6\ny: 1\n");
    }

    @Test
    void makesGroupsOnTheWay() throws Exception {
        assertThat(set("a: 1\n", path("x", "u", "v"), SIX)).isEqualTo("a: 1\nx:\n  u:\n    v: 6\n");
        assertThat(set("x:\n  # connections: 5\ny: 1\n", path("x", "b"), SIX))
                .isEqualTo("x:\n  b: 6\n  # connections: 5\ny: 1\n");
        assertThat(set("x: # group\ny: 1\n", path("x", "b"), SIX)).isEqualTo("x: # group\n  b: 6\ny: 1\n");
        assertThat(set("t:\n    u: 1\nx:\n", path("x", "b"), SIX)).isEqualTo("t:\n    u: 1\nx:\n    b: 6\n");
    }

    @Test
    void replacesAGroupByAValueAndBack() throws Exception {
        assertThat(set("x: # c\n  a: 1\n  b: 2 # d\ny: 1\n", "x", SIX)).isEqualTo("x: 6 # c\ny: 1\n");
        Map<String, YamlValue> group = new LinkedHashMap<>();
        group.put("p", SIX);
        group.put("q", YamlValue.texts(List.of("u", "no")));
        assertThat(set("x: 5 # c\ny: 1\n", "x", new YamlValue.Group(group)))
                .isEqualTo("x: # c\n  p: 6\n  q:\n    - u\n    - \"no\"\ny: 1\n");
        assertThat(set("x: [5]\n", "x", YamlValue.texts(List.of("a", "b")))).isEqualTo("x: [a, b]\n");
        assertThat(set("x:\n- a\n- b\ny: 1\n", "x", YamlValue.texts(List.of("c"))))
                .isEqualTo("x:\n- c\ny: 1\n");
        assertThat(set("x: 1\n", "x", YamlValue.texts(List.of()))).isEqualTo("x: []\n");
    }

    @Test
    void insertsIntoLists() throws Exception {
        String list = "x:\n  - a # first\n  # about b\n  - b\ny: 1\n";
        assertThat(insert(list, 0)).isEqualTo("x:\n  - new\n  - a # first\n  # about b\n  - b\ny: 1\n");
        assertThat(insert(list, 1)).isEqualTo("x:\n  - a # first\n  - new\n  # about b\n  - b\ny: 1\n");
        assertThat(insert(list, 9)).isEqualTo("x:\n  - a # first\n  # about b\n  - b\n  - new\ny: 1\n");
        assertThat(insert("x: [a, b]\n", 0)).isEqualTo("x: [new, a, b]\n");
        assertThat(insert("x: [a, b]\n", 1)).isEqualTo("x: [a, new, b]\n");
        assertThat(insert("x: []\n", 0)).isEqualTo("x: [new]\n");
        assertThat(insert("x:\n", 0)).isEqualTo("x:\n  - new\n");
        assertThat(insert("y: 1\n", 0)).isEqualTo("y: 1\nx:\n  - new\n");
    }

    @Test
    void insertsGroupsIntoLists() throws Exception {
        Map<String, YamlValue> rule = new LinkedHashMap<>();
        rule.put("from", YamlValue.text("A"));
        rule.put("to", YamlValue.text("B"));
        YamlDocument document = read("rules:\n  - from: X\n    to: Y\n");
        TextEdit edit = document.insert(path("rules"), 5, new YamlValue.Group(rule));
        assertThat(edit.apply(document.text())).isEqualTo("rules:\n  - from: X\n    to: Y\n  - from: A\n    to: B\n");
    }

    @Test
    void removesLinesAndLeavesCommentsAbove() throws Exception {
        String text = "# about a\na: 1 # one\n\n# about b\nb:\n  - 1\n  - 2 # two\n# end\n";
        assertThat(remove(text, path("a"))).isEqualTo("# about a\n\n# about b\nb:\n  - 1\n  - 2 # two\n# end\n");
        assertThat(remove(text, path("b"))).isEqualTo("# about a\na: 1 # one\n\n# about b\n# end\n");
        assertThat(remove(text, path("b").index(0)))
                .isEqualTo("# about a\na: 1 # one\n\n# about b\nb:\n  - 2 # two\n# end\n");
        assertThat(remove("a: 1\r\nb: 2", path("b"))).isEqualTo("a: 1\r\n");
        assertThat(remove("a: 1", path("a"))).isEqualTo("");
        assertThat(remove("x: {a: 1, b: 2}\n", path("x", "a"))).isEqualTo("x: {b: 2}\n");
        assertThat(remove("x: {a: 1, b: 2}\n", path("x", "b"))).isEqualTo("x: {a: 1}\n");
        assertThat(remove("x: [a]\n", path("x").index(0))).isEqualTo("x: []\n");
        assertThat(remove("a: 1\n", path("b"))).isEqualTo("a: 1\n");
    }

    @Test
    void removesWhatIsCommentedOutInAGroupWithIt() throws Exception {
        assertThat(remove("a: 1\nb:\n  c: 1\n\n  # d: 2\n# end\ne: 1\n", path("b")))
                .isEqualTo("a: 1\n# end\ne: 1\n");
    }

    @Test
    void removesTheKeyBesideADash() throws Exception {
        assertThat(remove("x:\n  - a: 1\n    b: 2\n", path("x").index(0).key("a")))
                .isEqualTo("x:\n  - b: 2\n");
        assertThat(remove("x:\n  - a: 1 # one\n    b: 2\n", path("x").index(0).key("a")))
                .isEqualTo("x:\n  -  # one\n    b: 2\n");
    }

    @Test
    void leavesToAPersonWhatItCannotEdit() {
        assertThatThrownBy(() -> set("a: [1\n", "b", SIX))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("project.yaml.not-editable"));
        assertThatThrownBy(() -> set("a:\n  - 1\n", path("a", "b"), SIX)).isInstanceOf(FailureException.class);
    }

    @Test
    void anEditCanBeTakenBack() throws Exception {
        YamlDocument before = read("a: 1 # one\nb:\n  c: x\n");
        TextEdit edit = before.set(path("b", "c"), YamlValue.texts(List.of("u", "v")));
        assertThat(edit.inverse(before.text()).apply(edit.apply(before.text()))).isEqualTo(before.text());
    }

    private static YamlPath path(String... keys) {
        return YamlPath.of(keys);
    }

    private static String set(String text, String key, YamlValue value) throws FailureException {
        return set(text, path(key), value);
    }

    private static String set(String text, YamlPath path, YamlValue value) throws FailureException {
        return read(text).set(path, value).apply(text);
    }

    private static String insert(String text, int position) throws FailureException {
        return read(text).insert(path("x"), position, YamlValue.text("new")).apply(text);
    }

    private static String remove(String text, YamlPath path) throws FailureException {
        return read(text).remove(path).apply(text);
    }

    private static YamlDocument read(String text) {
        return YamlDocument.read("x.yaml", new TextContent(text, Encoding.UTF_8));
    }
}
