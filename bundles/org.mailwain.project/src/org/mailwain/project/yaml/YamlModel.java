package org.mailwain.project.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a text says, without how it is written: the measure of an edit. A group or list without entries is the same as
 * nothing. Mutable; for one thread.
 */
final class YamlModel {
    /** A named value, or a list item where the name is null. */
    private static final class Part {
        private final String name;
        private Object value;

        Part(String name, Object value) {
            this.name = name;
            this.value = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Part part && Objects.equals(name, part.name) && Objects.equals(value, part.value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, value);
        }
    }

    private Object root;

    private YamlModel(Object root) {
        this.root = root;
    }

    static YamlModel of(YamlNode node) {
        return new YamlModel(model(node));
    }

    /** A text, a list of parts, or null. */
    private static Object model(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.isNull() ? null : scalar.value();
            case YamlNode.Mapping mapping ->
                filled(mapping.entries().stream()
                        .map(entry -> new Part(entry.name(), model(entry.value())))
                        .toList());
            case YamlNode.Sequence list ->
                filled(list.items().stream()
                        .map(item -> new Part(null, model(item)))
                        .toList());
        };
    }

    private static Object model(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> text.value();
            case YamlValue.Literal literal -> literal.value();
            case YamlValue.Items items ->
                filled(items.values().stream()
                        .map(each -> new Part(null, model(each)))
                        .toList());
            case YamlValue.Group group ->
                filled(group.values().entrySet().stream()
                        .map(each -> new Part(each.getKey(), model(each.getValue())))
                        .toList());
        };
    }

    private static Object filled(List<Part> parts) {
        return parts.isEmpty() ? null : new ArrayList<>(parts);
    }

    void set(YamlPath path, YamlValue value) {
        if (path.isRoot()) {
            root = model(value);
            return;
        }
        Part part = part(path, true);
        part.value = model(value);
    }

    void remove(YamlPath path) {
        if (path.isRoot()) {
            root = null;
            return;
        }
        Part part = part(path, false);
        List<Part> siblings = parts(path.parent(), false);
        siblings.removeIf(each -> each == part);
        if (siblings.isEmpty()) {
            put(path.parent(), null);
        }
    }

    void insert(YamlPath list, int position, YamlValue value) {
        parts(list, false).add(position, new Part(null, model(value)));
    }

    private void put(YamlPath path, Object value) {
        if (path.isRoot()) {
            root = value;
        } else {
            part(path, false).value = value;
        }
    }

    private Part part(YamlPath path, boolean make) {
        List<Part> siblings = parts(path.parent(), make);
        switch (path.last()) {
            case YamlPath.Key key -> {
                return siblings.stream()
                        .filter(each -> key.name().equals(each.name))
                        .findFirst()
                        .orElseGet(() -> added(siblings, key.name()));
            }
            case YamlPath.Index index -> {
                return index.position() < siblings.size() ? siblings.get(index.position()) : added(siblings, null);
            }
        }
    }

    private static Part added(List<Part> siblings, String name) {
        siblings.add(new Part(name, null));
        return siblings.getLast();
    }

    @SuppressWarnings("unchecked")
    private List<Part> parts(YamlPath path, boolean make) {
        Object value = path.isRoot() ? root : part(path, make).value;
        if (value instanceof List<?>) {
            return (List<Part>) value;
        }
        List<Part> fresh = new ArrayList<>();
        put(path, fresh);
        return fresh;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof YamlModel model && Objects.equals(root, model.root);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(root);
    }
}
