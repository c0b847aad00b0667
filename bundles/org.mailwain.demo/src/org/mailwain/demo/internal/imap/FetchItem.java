package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoMessage;
import org.mailwain.demo.server.ServerOptions;

/** One data item of a FETCH. */
sealed interface FetchItem {
    /** Of X-GM-EXT-1. */
    Set<String> LABELS = Set.of("X-GM-MSGID", "X-GM-THRID", "X-GM-LABELS");

    /** UID, FLAGS, INTERNALDATE, RFC822.SIZE, MODSEQ, those of X-GM-EXT-1. */
    record Simple(String name) implements FetchItem {
        String value(DemoMessage message, String folder) {
            return switch (name) {
                case "UID" -> "UID " + message.uid();
                case "FLAGS" -> "FLAGS (" + String.join(" ", message.flags()) + ")";
                case "INTERNALDATE" -> "INTERNALDATE \"" + Dates.format(message.received()) + '"';
                case "RFC822.SIZE" -> "RFC822.SIZE " + message.bytes().length;
                case "X-GM-MSGID", "X-GM-THRID" ->
                    name + " " + Long.toUnsignedString(message.labelled().id());
                case "X-GM-LABELS" ->
                    name + " ("
                            + String.join(
                                    " ",
                                    message.labelled().labels(folder).stream()
                                            .map(label -> Output.quoted(ModifiedUtf7.encode(label)))
                                            .toList())
                            + ")";
                default -> "MODSEQ (" + message.modSeq() + ")";
            };
        }
    }

    /**
     * Bytes of the message.
     *
     * @param label what the answer repeats
     * @param section "", HEADER, TEXT, HEADER.FIELDS or HEADER.FIELDS.NOT
     * @param seen whether reading marks as seen
     * @param from the first byte wanted, or -1 for all
     */
    record Section(String label, String section, List<String> fields, boolean seen, long from, long length)
            implements FetchItem {
        void write(DemoMessage message, Output out) throws IOException {
            byte[] whole = message.bytes();
            int start = 0;
            int end = whole.length;
            switch (section) {
                case "HEADER" -> end = MessageParts.headerEnd(whole);
                case "TEXT" -> start = MessageParts.headerEnd(whole);
                case "HEADER.FIELDS", "HEADER.FIELDS.NOT" -> {
                    whole = MessageParts.fields(whole, fields, section.endsWith(".NOT"));
                    end = whole.length;
                }
                default -> {}
            }
            out.text(label);
            if (from >= 0) {
                out.text("<" + from + ">");
                start = (int) Math.min(end, start + from);
                end = (int) Math.min(end, start + length);
            }
            out.text(" ").literal(whole, start, end - start);
        }
    }

    static List<FetchItem> parse(CommandInput in, ServerOptions options) throws IOException, CommandException {
        List<FetchItem> items = new ArrayList<>();
        if (!in.accept('(')) {
            one(in, options, items, true);
            return items;
        }
        do {
            if (!items.isEmpty()) {
                in.space();
            }
            one(in, options, items, false);
        } while (!in.accept(')'));
        return items;
    }

    private static void one(CommandInput in, ServerOptions options, List<FetchItem> items, boolean alone)
            throws IOException, CommandException {
        String name = in.until("()[]<").toUpperCase(Locale.ROOT);
        switch (name) {
            case "UID", "FLAGS", "INTERNALDATE", "RFC822.SIZE" -> items.add(new Simple(name));
            case "BODY" -> items.add(section(in, true));
            case "BODY.PEEK" -> items.add(section(in, false));
            case "RFC822" -> items.add(new Section(name, "", List.of(), true, -1, 0));
            case "RFC822.HEADER" -> items.add(new Section(name, "HEADER", List.of(), false, -1, 0));
            case "RFC822.TEXT" -> items.add(new Section(name, "TEXT", List.of(), true, -1, 0));
            default -> {
                if (name.equals("FAST") && alone) {
                    Arrays.asList("FLAGS", "INTERNALDATE", "RFC822.SIZE").forEach(n -> items.add(new Simple(n)));
                } else if (name.equals("MODSEQ") && options.can(Ability.CONDSTORE)
                        || LABELS.contains(name) && options.hasLabels()) {
                    items.add(new Simple(name));
                } else {
                    throw CommandException.bad("data item is not served: " + name);
                }
            }
        }
    }

    private static Section section(CommandInput in, boolean seen) throws IOException, CommandException {
        in.expect('[');
        String section = in.until("]").toUpperCase(Locale.ROOT);
        List<String> fields = new ArrayList<>();
        switch (section) {
            case "", "HEADER", "TEXT" -> {}
            case "HEADER.FIELDS", "HEADER.FIELDS.NOT" -> {
                in.space();
                in.expect('(');
                do {
                    if (!fields.isEmpty()) {
                        in.space();
                    }
                    fields.add(in.text());
                } while (!in.accept(')'));
            }
            default -> throw CommandException.bad("section is not served: " + section);
        }
        in.expect(']');
        long from = -1;
        long length = 0;
        if (in.accept('<')) {
            from = in.number();
            in.expect('.');
            length = in.number();
            in.expect('>');
            if (length == 0) {
                throw CommandException.bad("a partial has at least one byte");
            }
        }
        String shown = fields.isEmpty()
                ? section
                : section + " ("
                        + String.join(" ", fields.stream().map(Output::quoted).toList()) + ")";
        return new Section("BODY[" + shown + "]", section, fields, seen, from, length);
    }
}
