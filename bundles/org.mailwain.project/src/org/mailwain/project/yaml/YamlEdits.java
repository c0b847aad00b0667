package org.mailwain.project.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.text.TextEdit;
import org.mailwain.project.yaml.YamlNode.Entry;
import org.mailwain.project.yaml.YamlNode.Mapping;
import org.mailwain.project.yaml.YamlNode.Scalar;
import org.mailwain.project.yaml.YamlNode.Sequence;
import org.mailwain.project.yaml.YamlNode.Style;

/**
 * Works out the smallest text edit for a change of a document. Every edit is tried on the text and read back before it
 * is handed out: where the result is not what was asked for, the place is left to a person.
 */
final class YamlEdits {
    private final YamlDocument document;
    private final YamlLayout layout;

    YamlEdits(YamlDocument document) {
        this.document = document;
        this.layout = new YamlLayout(document);
    }

    TextEdit set(YamlPath path, YamlValue value) throws FailureException {
        YamlModel expected = YamlModel.of(document.root());
        expected.set(path, value);
        return checked(path, expected, () -> setText(path, value));
    }

    TextEdit remove(YamlPath path) throws FailureException {
        if (document.find(path).isEmpty()) {
            return TextEdit.insert(0, "");
        }
        YamlModel expected = YamlModel.of(document.root());
        expected.remove(path);
        return checked(path, expected, () -> removeText(path));
    }

    TextEdit insert(YamlPath list, int position, YamlValue value) throws FailureException {
        YamlNode node = document.find(list).orElse(null);
        if (!(node instanceof Sequence sequence) || sequence.items().isEmpty()) {
            return set(list, new YamlValue.Items(List.of(value)));
        }
        int at = Math.min(position, sequence.items().size());
        YamlModel expected = YamlModel.of(document.root());
        expected.insert(list, at, value);
        return checked(list, expected, () -> insertText(sequence, at, value));
    }

    private interface Work {
        TextEdit edit();
    }

    private TextEdit checked(YamlPath path, YamlModel expected, Work work) throws FailureException {
        TextEdit edit;
        try {
            edit = work.edit();
        } catch (YamlLayout.Unclear unclear) {
            throw notEditable(path);
        }
        YamlSyntax result = YamlSyntax.read(edit.apply(document.text()));
        if (!result.faults().isEmpty() || !YamlModel.of(result.root()).equals(expected)) {
            throw notEditable(path);
        }
        return edit.trimmed(document.text());
    }

    private FailureException notEditable(YamlPath path) {
        return ProjectFailure.YAML_NOT_EDITABLE.raise(document.file(), path);
    }

    private TextEdit setText(YamlPath path, YamlValue value) {
        if (path.isRoot()) {
            throw new YamlLayout.Unclear();
        }
        Optional<YamlNode> node = document.find(path);
        if (node.isPresent()) {
            return replace(path, node.get(), value);
        }
        YamlPath parent = path.parent();
        YamlNode above = document.find(parent).orElse(null);
        return switch (path.last()) {
            case YamlPath.Key key when above == null -> setText(parent, group(key.name(), value));
            case YamlPath.Key key -> addKey(parent, above, key.name(), value);
            case YamlPath.Index index
            when above instanceof Sequence sequence
                    && index.position() == sequence.items().size()
                    && index.position() > 0 -> insertText(sequence, index.position(), value);
            case YamlPath.Index index
            when index.position() == 0 -> setText(parent, new YamlValue.Items(List.of(value)));
            default -> throw new YamlLayout.Unclear();
        };
    }

    private static YamlValue group(String key, YamlValue value) {
        Map<String, YamlValue> one = new LinkedHashMap<>();
        one.put(key, value);
        return new YamlValue.Group(one);
    }

    private TextEdit replace(YamlPath path, YamlNode old, YamlValue value) {
        boolean flow = inFlow(path);
        boolean single = value instanceof YamlValue.Text || value instanceof YamlValue.Literal;
        boolean inPlace = old.span().length() > 0 && !isBlockCollection(old);
        if (single && inPlace) {
            Style style = old instanceof Scalar scalar ? scalar.style() : Style.PLAIN;
            return layout.replaceScalar(old, ScalarText.of(value, style, flow));
        }
        boolean wasFlow = old instanceof Mapping || old instanceof Sequence;
        if (flow || !single && inPlace && wasFlow) {
            return layout.replaceInLine(slot(path), old, YamlText.flow(value));
        }
        int indent = layout.indentOf(slot(path));
        return single
                ? layout.replaceRest(slot(path), old, ScalarText.of(value, Style.PLAIN, false), "")
                : layout.replaceRest(
                        slot(path),
                        old,
                        "",
                        layout.block(value, indent, slot(path).inList()));
    }

    private static boolean isBlockCollection(YamlNode node) {
        return node instanceof Mapping mapping && !mapping.flow()
                || node instanceof Sequence sequence && !sequence.flow();
    }

    private TextEdit addKey(YamlPath parent, YamlNode above, String key, YamlValue value) {
        if (above instanceof Mapping mapping && mapping.flow()) {
            String entry = ScalarText.key(key, true) + ": " + YamlText.flow(value);
            int size = mapping.entries().size();
            return size == 0
                    ? TextEdit.insert(mapping.span().start() + 1, entry)
                    : TextEdit.insert(
                            mapping.entries().get(size - 1).value().span().end(), ", " + entry);
        }
        if (above instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            int indent = document.lines()
                            .column(mapping.entries().getFirst().key().span().start())
                    - 1;
            return layout.addLineAfter(mapping.entries().getLast().value(), indent, layout.entry(key, value, indent));
        }
        if (parent.isRoot() && above.isEmpty()) {
            return layout.append(layout.entry(key, value, 0));
        }
        return replace(parent, above, group(key, value));
    }

    private TextEdit insertText(Sequence sequence, int at, YamlValue value) {
        if (sequence.flow()) {
            return at == 0
                    ? TextEdit.insert(sequence.items().getFirst().span().start(), YamlText.flow(value) + ", ")
                    : TextEdit.insert(sequence.items().get(at - 1).span().end(), ", " + YamlText.flow(value));
        }
        int dash = layout.dash(sequence, 0);
        int indent = document.lines().column(dash) - 1;
        String item = "- " + layout.item(value, indent);
        return at == 0
                ? TextEdit.insert(dash, item + layout.newLine(indent))
                : layout.addLineAfter(sequence.items().get(at - 1), indent, item);
    }

    private TextEdit removeText(YamlPath path) {
        if (path.isRoot()) {
            throw new YamlLayout.Unclear();
        }
        YamlNode above = document.find(path.parent()).orElseThrow();
        if (above instanceof Sequence sequence) {
            int at = ((YamlPath.Index) path.last()).position();
            List<YamlNode> items = sequence.items();
            int start = sequence.flow() ? items.get(at).span().start() : layout.dash(sequence, at);
            boolean last = at + 1 == items.size();
            int next = last ? -1 : sequence.flow() ? items.get(at + 1).span().start() : layout.dash(sequence, at + 1);
            int before = at == 0 ? -1 : items.get(at - 1).span().end();
            return layout.remove(sequence.flow(), start, items.get(at).span().end(), next, before);
        }
        Mapping mapping = (Mapping) above;
        Entry entry = mapping.entry(((YamlPath.Key) path.last()).name()).orElseThrow();
        int at = mapping.entries().indexOf(entry);
        int next = at + 1 == mapping.entries().size()
                ? -1
                : mapping.entries().get(at + 1).key().span().start();
        int before = at == 0 ? -1 : mapping.entries().get(at - 1).value().span().end();
        return layout.remove(
                mapping.flow(), entry.key().span().start(), entry.value().span().end(), next, before);
    }

    private boolean inFlow(YamlPath path) {
        YamlPath up = path;
        while (!up.isRoot()) {
            up = up.parent();
            YamlNode node = document.find(up).orElse(null);
            if (node instanceof Mapping mapping && mapping.flow() || node instanceof Sequence list && list.flow()) {
                return true;
            }
        }
        return false;
    }

    /** Where the value at a path hangs: behind which offset it is written, and at which column its owner begins. */
    private YamlLayout.Slot slot(YamlPath path) {
        YamlNode above = document.find(path.parent()).orElseThrow();
        if (above instanceof Sequence sequence) {
            int position = ((YamlPath.Index) path.last()).position();
            if (sequence.flow()) {
                int start = sequence.items().get(position).span().start();
                return new YamlLayout.Slot(start, start, true);
            }
            int dash = layout.dash(sequence, position);
            return new YamlLayout.Slot(dash, dash + 1, true);
        }
        Entry entry =
                ((Mapping) above).entry(((YamlPath.Key) path.last()).name()).orElseThrow();
        return new YamlLayout.Slot(entry.key().span().start(), layout.colon(entry), false);
    }
}
