package org.mailwain.project.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.mailwain.project.text.Span;
import org.mailwain.project.yaml.YamlNode.Entry;
import org.mailwain.project.yaml.YamlNode.Mapping;
import org.mailwain.project.yaml.YamlNode.Scalar;
import org.mailwain.project.yaml.YamlNode.Sequence;
import org.mailwain.project.yaml.YamlNode.Style;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Builds the node tree from SnakeYAML's events. Events rather than its composed nodes: they show aliases, tags and
 * further documents at their places, which a project's files do not use.
 */
final class YamlTree {
    /** Deeper than any settings need; keeps the recursion bounded. */
    static final int MAX_DEPTH = 40;

    /** What YAML allows and a project's files do not. */
    enum Oddity {
        ALIAS,
        TAG,
        KEY_NOT_TEXT,
        SECOND_DOCUMENT,
        TOO_DEEP
    }

    record Found(Oddity oddity, Span span) {}

    private final String text;
    private final Offsets offsets;
    private final Iterator<Event> events;
    private final List<Found> oddities = new ArrayList<>();
    private YamlNode root;

    private YamlTree(String text) {
        this.text = text;
        this.offsets = new Offsets(text);
        this.events = new Yaml().parse(new StringReader(text)).iterator();
    }

    /** @throws org.yaml.snakeyaml.error.YAMLException at the first syntax error */
    static YamlTree read(String text) {
        YamlTree tree = new YamlTree(text);
        tree.stream();
        return tree;
    }

    /** An empty scalar at the end where the text holds nothing but comments. */
    YamlNode root() {
        return root == null ? new Scalar(new Span(text.length(), text.length()), "", Style.PLAIN) : root;
    }

    List<Found> oddities() {
        return oddities;
    }

    private void stream() {
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                if (root != null) {
                    odd(Oddity.SECOND_DOCUMENT, span(event));
                    return;
                }
                root = node(events.next(), 0);
            }
        }
    }

    private YamlNode node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            odd(Oddity.TOO_DEEP, span(event));
            throw new TooDeep();
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            odd(Oddity.ALIAS, span(event));
        }
        return switch (event) {
            case AliasEvent alias -> new Scalar(span(alias), span(alias).of(text), Style.PLAIN);
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent mapping -> mapping(mapping, depth);
            case SequenceStartEvent sequence -> sequence(sequence, depth);
            default -> throw new IllegalStateException(event.getClass().getName());
        };
    }

    private Scalar scalar(ScalarEvent event) {
        if (event.getTag() != null) {
            odd(Oddity.TAG, span(event));
        }
        Style style = style(event.getScalarStyle());
        Span span = span(event);
        boolean block = style == Style.LITERAL || style == Style.FOLDED;
        return new Scalar(block ? blockSpan(span) : span, event.getValue(), style);
    }

    private Mapping mapping(MappingStartEvent start, int depth) {
        if (start.getTag() != null) {
            odd(Oddity.TAG, span(start));
        }
        List<Entry> entries = new ArrayList<>();
        Event event = events.next();
        while (!(event instanceof MappingEndEvent)) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node(events.next(), depth + 1);
            if (key instanceof Scalar scalar) {
                entries.add(new Entry(scalar, value));
            } else {
                odd(Oddity.KEY_NOT_TEXT, key.span());
            }
            event = events.next();
        }
        int begin = offset(start.getStartMark());
        int end = entries.isEmpty()
                ? offset(event.getEndMark())
                : end(entries.getLast().value());
        return new Mapping(
                new Span(begin, start.isFlow() ? offset(event.getEndMark()) : Math.max(begin, end)),
                start.isFlow(),
                entries);
    }

    private Sequence sequence(SequenceStartEvent start, int depth) {
        if (start.getTag() != null) {
            odd(Oddity.TAG, span(start));
        }
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (!(event instanceof SequenceEndEvent)) {
            items.add(node(event, depth + 1));
            event = events.next();
        }
        int begin = offset(start.getStartMark());
        int end = items.isEmpty() ? begin : end(items.getLast());
        return new Sequence(
                new Span(begin, start.isFlow() ? offset(event.getEndMark()) : Math.max(begin, end)),
                start.isFlow(),
                items);
    }

    private static int end(YamlNode node) {
        return node.span().end();
    }

    /** SnakeYAML ends a block scalar where the next token begins; blank lines belong to it only under {@code +}. */
    private Span blockSpan(Span span) {
        int headerEnd = span.start();
        while (headerEnd < span.end() && text.charAt(headerEnd) != '\n' && text.charAt(headerEnd) != '\r') {
            headerEnd++;
        }
        String header = text.substring(span.start(), headerEnd);
        int comment = header.indexOf('#');
        if ((comment < 0 ? header : header.substring(0, comment)).indexOf('+') >= 0) {
            return span;
        }
        int end = span.end();
        while (end > headerEnd && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(span.start(), end);
    }

    private static Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
            default -> Style.PLAIN;
        };
    }

    private void odd(Oddity oddity, Span span) {
        oddities.add(new Found(oddity, span));
    }

    private Span span(Event event) {
        return new Span(offset(event.getStartMark()), offset(event.getEndMark()));
    }

    private int offset(Mark mark) {
        return offsets.ofCodePoint(mark.getIndex());
    }

    /** Ends the reading of a text that is nested deeper than {@link #MAX_DEPTH}. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** SnakeYAML counts code points, a text counts chars. */
    static final class Offsets {
        private final int[] supplementary;

        Offsets(String text) {
            supplementary = text.codePoints()
                                    .filter(Character::isSupplementaryCodePoint)
                                    .count()
                            == 0
                    ? new int[0]
                    : positions(text);
        }

        private static int[] positions(String text) {
            int[] points = text.codePoints().toArray();
            return IntStream.range(0, points.length)
                    .filter(i -> Character.isSupplementaryCodePoint(points[i]))
                    .toArray();
        }

        int ofCodePoint(int index) {
            int found = Arrays.binarySearch(supplementary, index);
            return index + (found >= 0 ? found : -found - 1);
        }
    }
}
