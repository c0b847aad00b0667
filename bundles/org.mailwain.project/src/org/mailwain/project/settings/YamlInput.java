package org.mailwain.project.settings;

import org.mailwain.api.settings.SettingsInput;
import org.mailwain.project.text.Span;
import org.mailwain.project.yaml.YamlNode;

/** Settings as a YAML tree has them; a place is the {@link YamlNode} that stands there, or a {@link SettingsReader.Missing}. */
public final class YamlInput {
    private YamlInput() {}

    /** A node as an input; places are the nodes. */
    public static SettingsInput of(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> new SettingsInput.Scalar(scalar.value(), scalar);
            case YamlNode.Sequence list ->
                new SettingsInput.Sequence(
                        list.items().stream().map(YamlInput::of).toList(), list);
            case YamlNode.Mapping mapping -> group(mapping);
        };
    }

    public static SettingsInput.Group group(YamlNode.Mapping mapping) {
        return new SettingsInput.Group(
                mapping.entries().stream()
                        .map(e -> new SettingsInput.Entry(e.name(), e.key(), of(e.value())))
                        .toList(),
                mapping);
    }

    /** Nothing was written, where quotes would have meant an empty text. */
    static boolean isNothing(SettingsInput.Scalar scalar) {
        return scalar.place() instanceof YamlNode node
                ? node.isEmpty()
                : scalar.text().isEmpty();
    }

    /** Where a finding about a YAML tree is shown. */
    public static Span span(Object place) {
        return switch (place) {
            case YamlNode node -> node.span();
            case SettingsReader.Missing missing -> {
                Span group = span(missing.group());
                yield new Span(group.start(), group.start());
            }
            default -> new Span(0, 0);
        };
    }
}
