package org.mailwain.project.yaml;

import java.util.Map;
import java.util.StringJoiner;
import org.mailwain.project.yaml.YamlNode.Style;

/**
 * Writes values as new YAML text.
 *
 * @param step how far what is nested is indented
 * @param indentedLists whether the dashes of a list stand deeper than its key
 */
record YamlText(String lineEnd, int step, boolean indentedLists) {
    /** {@code key: value}, with further lines for what does not fit one. */
    String entry(String key, YamlValue value, int indent) {
        String begin = ScalarText.key(key, false) + ":";
        return isBlock(value) ? begin + block(value, indent, false) : begin + " " + flow(value, false);
    }

    /** What stands behind a dash at the given indentation. */
    String item(YamlValue value, int indent) {
        if (value instanceof YamlValue.Group group && isBlock(value)) {
            return entries(group, indent + 2);
        }
        return isBlock(value) ? block(value, indent, true).stripLeading() : flow(value, false);
    }

    /** A group or list on lines of its own below a key or dash at the given indentation, from its line end on. */
    String block(YamlValue value, int indent, boolean inList) {
        if (!isBlock(value)) {
            return " " + flow(value, false);
        }
        if (value instanceof YamlValue.Group group) {
            int deeper = indent + (inList ? 2 : step);
            return newLine(deeper) + entries(group, deeper);
        }
        int deeper = indent + (inList ? 2 : indentedLists ? step : 0);
        StringBuilder lines = new StringBuilder();
        for (YamlValue each : ((YamlValue.Items) value).values()) {
            lines.append(newLine(deeper)).append("- ").append(item(each, deeper));
        }
        return lines.toString();
    }

    private String entries(YamlValue.Group group, int indent) {
        StringJoiner lines = new StringJoiner(newLine(indent));
        group.values().forEach((key, each) -> lines.add(entry(key, each, indent)));
        return lines.toString();
    }

    private String newLine(int indent) {
        return lineEnd + " ".repeat(indent);
    }

    private static boolean isBlock(YamlValue value) {
        return value instanceof YamlValue.Group group && !group.values().isEmpty()
                || value instanceof YamlValue.Items items && !items.values().isEmpty();
    }

    /** On one line, to stand in brackets or braces. */
    static String flow(YamlValue value) {
        return flow(value, true);
    }

    private static String flow(YamlValue value, boolean inside) {
        return switch (value) {
            case YamlValue.Items items -> {
                StringJoiner list = new StringJoiner(", ", "[", "]");
                items.values().forEach(each -> list.add(flow(each, true)));
                yield list.toString();
            }
            case YamlValue.Group group -> {
                StringJoiner braces = new StringJoiner(", ", "{", "}");
                for (Map.Entry<String, YamlValue> each : group.values().entrySet()) {
                    braces.add(ScalarText.key(each.getKey(), true) + ": " + flow(each.getValue(), true));
                }
                yield braces.toString();
            }
            default -> ScalarText.of(value, Style.PLAIN, inside);
        };
    }
}
