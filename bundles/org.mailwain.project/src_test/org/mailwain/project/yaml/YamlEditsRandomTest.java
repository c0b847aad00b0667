package org.mailwain.project.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.text.TextEdit;
import org.mailwain.project.yaml.YamlNode.Mapping;
import org.mailwain.project.yaml.YamlNode.Sequence;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Random edits of random files, measured by SnakeYAML's own reading of the result. */
class YamlEditsRandomTest {
    @RepeatedTest(40)
    void everyEditSaysWhatWasAskedAndTouchesNothingElse(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 60; i++) {
            String text = new RandomYaml(random).document();
            YamlDocument document = YamlDocument.read("x.yaml", new TextContent(text, Encoding.UTF_8));
            assertThat(document.problems()).as(text).isEmpty();
            for (int step = 0; step < 4; step++) {
                document = edited(document, random);
            }
        }
    }

    private static YamlDocument edited(YamlDocument before, Random random) {
        List<YamlPath> paths = new ArrayList<>();
        collect(before.root(), YamlPath.ROOT, paths);
        if (paths.isEmpty()) {
            return before;
        }
        YamlPath path = paths.get(random.nextInt(paths.size()));
        Object expected = plain(before.text());
        TextEdit edit;
        try {
            switch (random.nextInt(4)) {
                case 0 -> {
                    edit = before.remove(path);
                    expected = changed(expected, path.steps(), REMOVED);
                }
                case 1 -> {
                    YamlPath deeper = path.key("added");
                    if (!(before.find(path).orElseThrow() instanceof Mapping)) {
                        return before;
                    }
                    edit = before.set(deeper, YamlValue.text("new: value"));
                    expected = changed(expected, deeper.steps(), "new: value");
                }
                case 2 -> {
                    YamlNode node = before.find(path).orElseThrow();
                    if (!(node instanceof Sequence list) || list.items().isEmpty()) {
                        return before;
                    }
                    int at = random.nextInt(list.items().size() + 1);
                    edit = before.insert(path, at, YamlValue.text("item"));
                    expected = inserted(expected, path.steps(), at);
                }
                default -> {
                    edit = before.set(path, YamlValue.text("#x"));
                    expected = changed(expected, path.steps(), "#x");
                }
            }
        } catch (FailureException refused) {
            if (before.text().contains("|+")) {
                return before; // what stands behind such a text decides what it says
            }
            throw new AssertionError(path + " refused in\n" + before.text(), refused);
        }
        YamlDocument after = before.apply(edit);
        String shown = "at " + path + "\n" + before.text() + "\n=====\n" + after.text();
        assertThat(plain(after.text())).as(shown).isEqualTo(expected);
        assertThat(after.problems()).as(shown).isEmpty();
        assertNear(before, path, edit, shown);
        return after;
    }

    /** The edit lies within the lines of what it is about, or on the comments and blank lines right below. */
    private static void assertNear(YamlDocument before, YamlPath path, TextEdit edit, String shown) {
        YamlNode node = before.find(path).orElseThrow();
        YamlNode above = before.find(path.parent()).orElseThrow();
        int first = before.lines().line(above.span().start()) - 1;
        int last = before.lines().line(node.span().end()) + 9;
        assertThat(before.lines().line(edit.span().start())).as(shown).isBetween(first, last);
        assertThat(before.lines().line(edit.span().end())).as(shown).isBetween(first, last);
    }

    private static final Object REMOVED = new Object();

    private static Object changed(Object node, List<YamlPath.Step> steps, Object value) {
        if (steps.isEmpty()) {
            return value;
        }
        Object below;
        switch (steps.getFirst()) {
            case YamlPath.Key key -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                if (node instanceof Map<?, ?> map) {
                    map.forEach((k, v) -> copy.put((String) k, v));
                }
                below = changed(copy.get(key.name()), steps.subList(1, steps.size()), value);
                if (below == REMOVED) {
                    copy.remove(key.name());
                } else {
                    copy.put(key.name(), below);
                }
                return copy.isEmpty() ? null : copy;
            }
            case YamlPath.Index index -> {
                List<Object> copy = new ArrayList<>((List<?>) node);
                below = changed(copy.get(index.position()), steps.subList(1, steps.size()), value);
                if (below == REMOVED) {
                    copy.remove(index.position());
                } else {
                    copy.set(index.position(), below);
                }
                return copy.isEmpty() ? null : copy;
            }
        }
    }

    private static Object inserted(Object root, List<YamlPath.Step> steps, int at) {
        Object list = root;
        for (YamlPath.Step step : steps) {
            list = step instanceof YamlPath.Key key
                    ? ((Map<?, ?>) list).get(key.name())
                    : ((List<?>) list).get(((YamlPath.Index) step).position());
        }
        List<Object> longer = new ArrayList<>((List<?>) list);
        longer.add(at, "item");
        return changed(root, steps, longer);
    }

    private static Object plain(String text) {
        Node node = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
        return node == null ? null : plain(node);
    }

    private static Object plain(Node node) {
        return switch (node) {
            case ScalarNode scalar ->
                scalar.isPlain()
                                && (scalar.getValue().isEmpty()
                                        || scalar.getValue().equals("~"))
                        ? null
                        : scalar.getValue();
            case SequenceNode list -> {
                List<Object> items = new ArrayList<>();
                list.getValue().forEach(item -> items.add(plain(item)));
                yield items.isEmpty() ? null : items;
            }
            case MappingNode mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                mapping.getValue()
                        .forEach(t -> map.put(((ScalarNode) t.getKeyNode()).getValue(), plain(t.getValueNode())));
                yield map.isEmpty() ? null : map;
            }
            default -> throw new AssertionError(node);
        };
    }

    private static void collect(YamlNode node, YamlPath path, List<YamlPath> found) {
        if (!path.isRoot()) {
            found.add(path);
        }
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(e -> collect(e.value(), path.key(e.name()), found));
        } else if (node instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(list.items().get(i), path.index(i), found);
            }
        }
    }
}
