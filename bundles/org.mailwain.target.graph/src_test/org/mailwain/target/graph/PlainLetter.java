package org.mailwain.target.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message taken apart by hand, with nothing of what the product uses for it: the judge of what arrives. */
final class PlainLetter {
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]+)\\?([BbQq])\\?([^?]*)\\?=");

    /**
     * @param type in lower case
     * @param name empty for none
     * @param left whether it is the plain form of a text that is there in HTML too
     */
    record Leaf(String type, String name, byte[] content, String charset, boolean attached, boolean left) {}

    private final List<String> header;
    private final List<Leaf> leaves = new ArrayList<>();

    private PlainLetter(List<String> header) {
        this.header = header;
    }

    static PlainLetter read(byte[] message) {
        String all = new String(message, StandardCharsets.ISO_8859_1);
        PlainLetter letter = new PlainLetter(lines(head(all)));
        letter.part(all, false, "text/plain");
        return letter;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** The first line of that name, unfolded and decoded; empty for none. */
    String words(String name) {
        return spoken(value(header, name).orElse(""));
    }

    Optional<String> raw(String name) {
        return value(header, name);
    }

    private static String head(String entity) {
        if (entity.startsWith("\r\n")) {
            return "";
        }
        int end = entity.indexOf("\r\n\r\n");
        return end < 0 ? entity : entity.substring(0, end);
    }

    private static String body(String entity) {
        if (entity.startsWith("\r\n")) {
            return entity.substring(2);
        }
        int end = entity.indexOf("\r\n\r\n");
        return end < 0 ? "" : entity.substring(end + 4);
    }

    private static List<String> lines(String head) {
        List<String> all = new ArrayList<>();
        for (String line : head.split("\r\n")) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !all.isEmpty()) {
                all.set(all.size() - 1, all.getLast() + " " + line.strip());
            } else {
                all.add(line);
            }
        }
        return all;
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.matches("(?is)" + name + "\\s*:.*"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String parameter(String value, String name) {
        Matcher matcher = Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*(\"((?:[^\"\\\\]|\\\\.)*)\"|[^;\\s]*)")
                .matcher(value);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(2) == null ? matcher.group(1) : matcher.group(2).replaceAll("\\\\(.)", "$1");
    }

    private void part(String entity, boolean left, String unsaid) {
        List<String> lines = lines(head(entity));
        String type = value(lines, "Content-Type").orElse(unsaid);
        String boundary = parameter(type, "boundary");
        boolean broken = type.startsWith(";") || type.startsWith("multipart/") && boundary.isEmpty();
        String plainType = broken ? "text/plain" : type.split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (plainType.startsWith("multipart/")) {
            List<String> parts = parts(body(entity), boundary);
            boolean html = plainType.equals("multipart/alternative")
                    && parts.stream()
                            .anyMatch(p -> value(lines(head(p)), "Content-Type")
                                    .orElse("")
                                    .toLowerCase(Locale.ROOT)
                                    .startsWith("text/html"));
            for (String each : parts) {
                part(each, html, plainType.equals("multipart/digest") ? "message/rfc822" : "text/plain");
            }
            return;
        }
        String disposition = value(lines, "Content-Disposition").orElse("");
        String named = parameter(disposition, "filename");
        String name = spoken(named.isEmpty() ? parameter(type, "name") : named);
        byte[] content =
                decoded(body(entity), value(lines, "Content-Transfer-Encoding").orElse(""));
        boolean attached = disposition.toLowerCase(Locale.ROOT).startsWith("attachment") || !name.isEmpty();
        boolean plain = plainType.equals("text/plain") && !attached;
        leaves.add(new Leaf(plainType, name, content, parameter(type, "charset"), attached, left && plain));
    }

    private static List<String> parts(String body, String boundary) {
        List<String> parts = new ArrayList<>();
        String end = "--" + boundary;
        StringBuilder part = null;
        for (String line : body.split("(?<=\n)")) {
            String bare = line.stripTrailing();
            if (bare.equals(end) || bare.equals(end + "--")) {
                if (part != null) {
                    parts.add(part.toString().replaceFirst("\r?\n\\z", ""));
                }
                part = bare.equals(end) ? new StringBuilder() : null;
                if (part == null) {
                    return parts;
                }
            } else if (part != null) {
                part.append(line);
            }
        }
        if (part != null) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static byte[] decoded(String text, String encoding) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(text);
            case "quoted-printable" -> quoted(text.replaceAll("=[ \t]*\r\n", ""));
            default -> bytes;
        };
    }

    /** Up to the first padding, and whole bytes alone. */
    private static byte[] base64(String text) {
        String bare = text.replaceAll("[^A-Za-z0-9+/=]", "").replaceAll("=.*", "");
        return Base64.getDecoder().decode(bare.length() % 4 == 1 ? bare.substring(0, bare.length() - 1) : bare);
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '=' && text.substring(i).matches("(?s)=[0-9A-Fa-f]{2}.*")) {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(text.charAt(i));
            }
        }
        return out.toByteArray();
    }

    /** RFC 2047, and bytes beyond ASCII as UTF-8 or Latin-1. */
    private static String spoken(String raw) {
        Matcher matcher = WORD.matcher(raw.replaceAll("\\?=\\s+=\\?", "?==?"));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String said = matcher.group(3);
            String decoded;
            try {
                byte[] bytes = matcher.group(2).equalsIgnoreCase("B") ? base64(said) : quoted(said.replace('_', ' '));
                decoded = new String(bytes, Charset.forName(matcher.group(1)));
            } catch (IllegalArgumentException broken) {
                decoded = matcher.group();
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(decoded));
        }
        matcher.appendTail(text);
        return text(text.toString());
    }

    private static String text(String latin) {
        if (latin.chars().anyMatch(c -> c > 255)) {
            return latin;
        }
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.contains("\uFFFD") ? latin : utf8;
    }

    /** The text of a part, in lines that end with LF. */
    static String text(Leaf leaf) {
        Charset charset;
        try {
            charset = leaf.charset().isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(leaf.charset());
        } catch (IllegalArgumentException unknown) {
            charset = StandardCharsets.UTF_8;
        }
        String text = new String(leaf.content(), charset);
        if (charset.equals(StandardCharsets.UTF_8) && text.contains("\uFFFD")) {
            text = new String(leaf.content(), StandardCharsets.ISO_8859_1);
        }
        return text.replace("\r\n", "\n");
    }
}
