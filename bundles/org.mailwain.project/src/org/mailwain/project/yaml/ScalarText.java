package org.mailwain.project.yaml;

import java.util.regex.Pattern;
import org.mailwain.project.yaml.YamlNode.Style;

/** Writes single values as YAML on one line: plain where that is safe, quoted where not. */
final class ScalarText {
    /** What a YAML 1.1 reader takes for something else than text; it covers more than that on purpose. */
    private static final Pattern NOT_TEXT = Pattern.compile(
            "~|null|true|false|yes|no|on|off|y|n|=|<<|[-+.]?[0-9][-+.0-9_:eExXa-fA-FoOtTzZ ]*|[-+]?\\.(inf|nan)",
            Pattern.CASE_INSENSITIVE);

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private ScalarText() {}

    /**
     * @param old how the value that is replaced was written; its quotes are kept where they fit
     * @param flow whether it will stand in brackets or braces
     */
    static String of(YamlValue value, Style old, boolean flow) {
        return switch (value) {
            case YamlValue.Text text ->
                text(text.value(), old, flow, NOT_TEXT.matcher(text.value()).matches());
            case YamlValue.Literal literal -> text(literal.value(), old, flow, false);
            default -> throw new IllegalArgumentException("not a single value");
        };
    }

    static String key(String name, boolean flow) {
        return text(name, Style.PLAIN, flow, NOT_TEXT.matcher(name).matches());
    }

    private static String text(String value, Style old, boolean flow, boolean mistakable) {
        boolean printable = value.codePoints().allMatch(ScalarText::printable);
        if (printable && old == Style.SINGLE_QUOTED) {
            return "'" + value.replace("'", "''") + "'";
        }
        boolean wasPlain = old != Style.DOUBLE_QUOTED && old != Style.SINGLE_QUOTED;
        if (printable && wasPlain && !mistakable && plainAllowed(value, flow)) {
            return value;
        }
        return quoted(value);
    }

    private static boolean plainAllowed(String value, boolean flow) {
        if (value.isEmpty() || !value.equals(value.strip()) || value.equals("~") || value.equalsIgnoreCase("null")) {
            return false;
        }
        char first = value.charAt(0);
        boolean begins = INDICATORS.indexOf(first) < 0
                || (first == '-' || first == '?' || first == ':')
                        && value.length() > 1
                        && Character.isLetterOrDigit(value.charAt(1));
        return begins
                && !value.contains(": ")
                && !value.contains(" #")
                && !value.endsWith(":")
                && !value.startsWith("---")
                && !value.startsWith("...")
                && !(flow && value.chars().anyMatch(c -> ",[]{}:?".indexOf(c) >= 0));
    }

    /** In double quotes, with escapes. */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> append(quoted, c);
            }
        });
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        if (printable(c)) {
            quoted.appendCodePoint(c);
        } else {
            quoted.append(c > 0xFFFF ? String.format("\\U%08X", c) : String.format("\\u%04X", c));
        }
    }

    /** Without breaks and without what a YAML 1.1 reader refuses or takes for a break. */
    private static boolean printable(int c) {
        return c >= 0x20 && c < 0x7F
                || c >= 0xA0 && c < 0x2028
                || c > 0x2029 && c < 0xD800
                || c >= 0xE000 && c < 0xFEFF
                || c > 0xFEFF && c < 0xFFFE
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
