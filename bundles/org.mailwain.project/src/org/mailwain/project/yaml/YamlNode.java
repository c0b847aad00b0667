package org.mailwain.project.yaml;

import java.util.List;
import java.util.Optional;
import org.mailwain.project.text.Span;

/** A piece of a YAML text with its place in it. Immutable; what a scalar means is decided by who reads it. */
public sealed interface YamlNode {
    /** From the first to behind the last character of the content, without comments and blanks around it. */
    Span span();

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /** A single value; {@code value} is without quotes and escapes. */
    record Scalar(Span span, String value, Style style) implements YamlNode {
        private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");

        /** Nothing stands there, or a plain {@code null}. */
        public boolean isNull() {
            return style == Style.PLAIN && NULLS.contains(value);
        }

        @Override
        public String toString() {
            return "Scalar[" + span + ", " + style + "]";
        }
    }

    /** @param flow written in braces */
    record Mapping(Span span, boolean flow, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The first entry of that name. */
        public Optional<Entry> entry(String key) {
            return entries.stream().filter(e -> e.name().equals(key)).findFirst();
        }
    }

    /** @param flow written in brackets */
    record Sequence(Span span, boolean flow, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A key with its value. */
    record Entry(Scalar key, YamlNode value) {
        public String name() {
            return key.value();
        }
    }

    /** Nothing stands there: settings of a group or a list may be left out like this. */
    default boolean isEmpty() {
        return this instanceof Scalar scalar && scalar.isNull();
    }
}
