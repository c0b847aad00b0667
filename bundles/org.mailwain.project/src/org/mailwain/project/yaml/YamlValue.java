package org.mailwain.project.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value to be written into a YAML text. Immutable. */
public sealed interface YamlValue {
    /** Free text: quoted where a reader could take it for a number, a boolean or nothing. */
    record Text(String value) implements YamlValue {}

    /** A number, size, duration, boolean or name of a constant: not quoted where it need not be. */
    record Literal(String value) implements YamlValue {}

    record Items(List<YamlValue> values) implements YamlValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Group(Map<String, YamlValue> values) implements YamlValue {
        public Group {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    static YamlValue text(String value) {
        return new Text(value);
    }

    static YamlValue literal(Object value) {
        return new Literal(value.toString());
    }

    static YamlValue texts(List<String> values) {
        return new Items(values.stream().map(YamlValue::text).toList());
    }
}
