package org.mailwain.foldermap.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.api.mail.SpecialUse;

/**
 * One side of a folder rule, or a folder filter. Names are joined by {@code /}; {@code *} stands for any part of one
 * name, {@code **} for any number of names, none included, so {@code Name/**} is Name and everything under it. A
 * well-known token at the beginning stands for the folder of that use; after it a last {@code /*} is everything under
 * it too, as Exchange Online writes it. A backslash takes the next character as it is. Letters match without case and
 * in every normal form of Unicode.
 */
public final class FolderPattern {
    /** Whether the folder of that path is for that use. */
    public interface Uses {
        boolean isFor(List<String> path, SpecialUse use);
    }

    /** What the wildcards stood for, in their order. */
    public record Match(List<String> parts, List<List<String>> depths) {}

    private sealed interface Segment {}

    private record Deep() implements Segment {}

    /** Texts between which any part of a name may stand; one text alone is a plain name. */
    private record Name(List<String> texts) implements Segment {
        private static final Name ANY = new Name(List.of("", ""));

        Pattern expression() {
            List<String> quoted =
                    texts.stream().map(text -> Pattern.quote(nfc(text))).toList();
            return Pattern.compile(
                    String.join("(.*)", quoted), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        }
    }

    private final Optional<SpecialUse> token;
    private final List<Segment> segments;

    private FolderPattern(Optional<SpecialUse> token, List<Segment> segments) {
        this.token = token;
        this.segments = segments;
    }

    public static FolderPattern parse(String text) {
        List<Segment> segments = new ArrayList<>();
        Optional<SpecialUse> token = Optional.empty();
        List<String> raw = split(text);
        for (int i = 0; i < raw.size(); i++) {
            Optional<SpecialUse> use = i == 0 ? WellKnown.token(raw.get(i)) : Optional.empty();
            boolean last = i == raw.size() - 1;
            if (use.isPresent()) {
                token = use;
            } else if (raw.get(i).equals("**") || raw.get(i).equals("*") && token.isPresent() && last) {
                segments.add(new Deep());
            } else {
                segments.add(name(raw.get(i)));
            }
        }
        return new FolderPattern(token, segments);
    }

    /** Cuts at slashes that no backslash stands before; backslashes stay, slashes at both ends do not count. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/') {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            part.append(c);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(text.charAt(++i));
            }
        }
        parts.add(part.toString());
        if (parts.size() > 1 && parts.getFirst().isEmpty()) {
            parts.removeFirst();
        }
        if (parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return parts;
    }

    private static Name name(String raw) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '*') {
                texts.add(text.toString());
                text.setLength(0);
            } else {
                text.append(c == '\\' && i + 1 < raw.length() ? raw.charAt(++i) : c);
            }
        }
        texts.add(text.toString());
        return new Name(texts);
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    public Optional<Match> match(List<String> path, Uses uses) {
        if (token.isEmpty()) {
            return match(path, 0, new Match(List.of(), List.of()));
        }
        for (int length = 1; length <= path.size(); length++) {
            if (uses.isFor(path.subList(0, length), token.get())) {
                Optional<Match> rest = match(path.subList(length, path.size()), 0, new Match(List.of(), List.of()));
                if (rest.isPresent()) {
                    return rest;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Match> match(List<String> path, int at, Match before) {
        if (at == segments.size()) {
            return path.isEmpty() ? Optional.of(before) : Optional.empty();
        }
        if (segments.get(at) instanceof Name name) {
            if (path.isEmpty()) {
                return Optional.empty();
            }
            Matcher matcher = name.expression().matcher(nfc(path.getFirst()));
            return matcher.matches()
                    ? match(path.subList(1, path.size()), at + 1, with(before, name, matcher, path.getFirst()))
                    : Optional.empty();
        }
        for (int length = 0; length <= path.size(); length++) {
            List<List<String>> depths = new ArrayList<>(before.depths);
            depths.add(path.subList(0, length));
            Optional<Match> rest = match(path.subList(length, path.size()), at + 1, new Match(before.parts, depths));
            if (rest.isPresent()) {
                return rest;
            }
        }
        return Optional.empty();
    }

    private static Match with(Match before, Name name, Matcher matcher, String whole) {
        List<String> parts = new ArrayList<>(before.parts);
        boolean all = name.equals(Name.ANY);
        for (int group = 1; group <= matcher.groupCount(); group++) {
            parts.add(all ? whole : matcher.group(group));
        }
        return new Match(parts, before.depths);
    }

    /** The token at the beginning. */
    Optional<SpecialUse> token() {
        return token;
    }

    /**
     * The names, with what the other side's wildcards stood for; empty where it had too few of them. A {@code *} stands
     * for a {@code **} too, since it is that after a token.
     */
    Optional<List<String>> fill(Match match) {
        List<String> names = new ArrayList<>();
        int part = 0;
        int depth = 0;
        for (Segment segment : segments) {
            boolean deep = segment instanceof Deep || segment.equals(Name.ANY) && part == match.parts.size();
            if (deep && depth == match.depths.size()) {
                return Optional.empty();
            } else if (deep) {
                names.addAll(match.depths.get(depth++));
                continue;
            }
            Name name = (Name) segment;
            StringBuilder text = new StringBuilder(name.texts.getFirst());
            for (String next : name.texts.subList(1, name.texts.size())) {
                if (part == match.parts.size()) {
                    return Optional.empty();
                }
                text.append(match.parts.get(part++)).append(next);
            }
            names.add(text.toString());
        }
        return Optional.of(names);
    }
}
