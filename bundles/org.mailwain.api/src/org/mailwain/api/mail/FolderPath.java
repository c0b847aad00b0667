package org.mailwain.api.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A folder's place in the tree of a mailbox, free of delimiter, prefix and encoding: names from the top, in Unicode.
 * The personal namespace's prefix ({@code INBOX.}) is not part of it. The inbox is always {@code INBOX}.
 */
public record FolderPath(List<String> names) implements Comparable<FolderPath> {
    public static final FolderPath INBOX = of("INBOX");

    public FolderPath {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a folder path has at least one name");
        }
        names = canonical(names);
    }

    private static List<String> canonical(List<String> names) {
        if (names.getFirst().equals("INBOX") || !names.getFirst().equalsIgnoreCase("INBOX")) {
            return List.copyOf(names);
        }
        List<String> copy = new ArrayList<>(names);
        copy.set(0, "INBOX");
        return List.copyOf(copy);
    }

    public static FolderPath of(String... names) {
        return new FolderPath(Arrays.asList(names));
    }

    /** Reads what {@link #toString()} wrote, or what a person wrote: names joined by {@code /}, {@code \/} for a slash. */
    public static FolderPath parse(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                name.append(text.charAt(++i));
            } else if (c == '/') {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return new FolderPath(names);
    }

    public String name() {
        return names.getLast();
    }

    public int depth() {
        return names.size();
    }

    /** The folder above, or null at the top. */
    public FolderPath parent() {
        return names.size() == 1 ? null : new FolderPath(names.subList(0, names.size() - 1));
    }

    public FolderPath child(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new FolderPath(longer);
    }

    /** This path put below another. */
    public FolderPath under(FolderPath root) {
        List<String> longer = new ArrayList<>(root.names);
        longer.addAll(names);
        return new FolderPath(longer);
    }

    /** Whether this is the other path or stands below it. */
    public boolean isWithin(FolderPath other) {
        return names.size() >= other.names.size()
                && names.subList(0, other.names.size()).equals(other.names);
    }

    public boolean isInbox() {
        return equals(INBOX);
    }

    /** For comparing without case, as Exchange does. */
    public String caseless() {
        return toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(FolderPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner("/");
        names.forEach(name -> text.add(name.replace("\\", "\\\\").replace("/", "\\/")));
        return text.toString();
    }
}
