package org.mailwain.project.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The way from a document's root to a value: keys, and positions in lists from 0. Immutable. */
public record YamlPath(List<Step> steps) {
    public static final YamlPath ROOT = new YamlPath(List.of());

    /** One step down. */
    public sealed interface Step {}

    public record Key(String name) implements Step {
        @Override
        public String toString() {
            return name;
        }
    }

    public record Index(int position) implements Step {
        @Override
        public String toString() {
            return "[" + position + "]";
        }
    }

    public YamlPath {
        steps = List.copyOf(steps);
    }

    /** A path of keys alone. */
    public static YamlPath of(String... keys) {
        YamlPath path = ROOT;
        for (String key : keys) {
            path = path.key(key);
        }
        return path;
    }

    public YamlPath key(String name) {
        return with(new Key(name));
    }

    public YamlPath index(int position) {
        return with(new Index(position));
    }

    private YamlPath with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new YamlPath(longer);
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /** @throws IllegalStateException at the root */
    public YamlPath parent() {
        return new YamlPath(steps.subList(0, steps.size() - requireStep()));
    }

    /** @throws IllegalStateException at the root */
    public Step last() {
        return steps.get(steps.size() - requireStep());
    }

    private int requireStep() {
        if (isRoot()) {
            throw new IllegalStateException("root");
        }
        return 1;
    }

    /** As persons write it: {@code filters.exclude[2]}. */
    @Override
    public String toString() {
        return steps.stream()
                .map(Step::toString)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
