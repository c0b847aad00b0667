package org.mailwain.mail.internal.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.mail.ModifiedUtf7;

/**
 * Paths and the names that folders have on the wire. A listed folder keeps the name that the server gave, to the byte:
 * encoding it anew may give another one.
 */
final class FolderNames {
    private static final String INBOX = "INBOX";

    private final Map<FolderPath, byte[]> wireNames = new HashMap<>();
    private boolean utf8;
    private String prefix = "";
    private char delimiter;
    private Optional<String> root = Optional.empty();

    /** @param takesUtf8 names are UTF-8 on the wire (RFC 6855), else modified UTF-7 (RFC 3501 section 5.1.3) */
    void encoding(boolean takesUtf8) {
        utf8 = takesUtf8;
    }

    /** The personal namespace. @param hierarchy 0 where the server has no levels */
    void namespace(String personalPrefix, char hierarchy) {
        prefix = personalPrefix;
        delimiter = hierarchy;
    }

    /** The mailbox is a folder of another namespace, with what is below it. */
    void root(String name) {
        root = Optional.of(name);
    }

    Optional<String> root() {
        return root;
    }

    /** A full name as it stands on the wire. */
    byte[] wholeName(String unicode) {
        return latin(encode(unicode));
    }

    char delimiter() {
        return delimiter;
    }

    void forget() {
        wireNames.clear();
    }

    /** Learns a listed name and gives it a path that no other has. */
    FolderPath learn(byte[] wire, char hierarchy) {
        if (delimiter == 0) {
            delimiter = hierarchy;
        }
        FolderPath path = path(raw(wire), hierarchy, true);
        String text = raw(wire);
        for (int number = 2; wireNames.containsKey(path); number++) {
            path = path(text, hierarchy, false);
            text = raw(wire) + '&' + number;
        }
        wireNames.put(path, wire);
        return path;
    }

    /** The path of a name that stands in an answer, without learning it. */
    FolderPath read(String raw) {
        return path(raw, delimiter, true);
    }

    private static String raw(byte[] wire) {
        return new String(wire, StandardCharsets.ISO_8859_1);
    }

    private FolderPath path(String raw, char hierarchy, boolean decoded) {
        String inside = stripped(raw, hierarchy);
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= inside.length(); at++) {
            if (at == inside.length() || hierarchy != 0 && inside.charAt(at) == hierarchy) {
                String name = inside.substring(from, at);
                names.add(decoded ? decode(name) : name);
                from = at + 1;
            }
        }
        return new FolderPath(names);
    }

    /** Without what is above the mailbox; the root itself is the inbox. */
    private String stripped(String raw, char hierarchy) {
        if (root.isPresent()) {
            String name = root.get();
            return raw.equals(name) ? INBOX : raw.substring(Math.min(raw.length(), name.length() + 1));
        }
        if (prefix.isEmpty() || raw.length() <= prefix.length() || !startsWith(raw, prefix)) {
            return raw;
        }
        String inside = raw.substring(prefix.length());
        // INBOX.INBOX is no second inbox
        return inside.equalsIgnoreCase(INBOX) ? INBOX + hierarchy + inside : inside;
    }

    private static boolean startsWith(String raw, String start) {
        boolean inbox = start.toUpperCase(Locale.ROOT).startsWith(INBOX);
        return raw.regionMatches(inbox, 0, start, 0, start.length());
    }

    private String decode(String name) {
        if (utf8) {
            return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
        return ModifiedUtf7.decode(name);
    }

    boolean knows(FolderPath path) {
        return wireNames.containsKey(path);
    }

    /** The name on the wire: as listed, or made from the path. */
    byte[] wire(FolderPath path) {
        byte[] listed = wireNames.get(path);
        return listed != null ? listed : make(path);
    }

    private byte[] make(FolderPath path) {
        if (root.isPresent()) {
            String name = root.get();
            return path.isInbox() ? latin(name) : latin(name + delimiter + joined(path));
        }
        return path.isInbox() ? latin(INBOX) : latin(prefix + joined(path));
    }

    private String joined(FolderPath path) {
        StringBuilder text = new StringBuilder();
        for (String name : path.names()) {
            if (!text.isEmpty()) {
                text.append(delimiter);
            }
            text.append(encode(name));
        }
        return text.toString();
    }

    private String encode(String name) {
        return utf8
                ? new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                : ModifiedUtf7.encode(name);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What makes a path impossible as a name here: a character, an empty name; empty where nothing does. */
    Optional<String> impossible(FolderPath path) {
        if (path.depth() > 1 && delimiter == 0) {
            return Optional.of(path.toString());
        }
        for (String name : path.names()) {
            if (name.isEmpty()) {
                return Optional.of("");
            }
            if (delimiter != 0 && name.indexOf(delimiter) >= 0) {
                return Optional.of(String.valueOf(delimiter));
            }
            Optional<Integer> control =
                    name.chars().filter(c -> c < ' ' || c == 0x7F).boxed().findFirst();
            if (control.isPresent()) {
                return control.map("U+%04X"::formatted);
            }
        }
        return Optional.empty();
    }
}
