package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailwain.demo.internal.imap.Command.Action;
import org.mailwain.demo.internal.imap.Session.State;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoMessage;

/** SEARCH by numbers, flags, dates of arrival, sizes, header fields and text; no dates of sending. */
final class SearchCommand {
    private static final int MAX_DEPTH = 20;

    /** @param position from 0, as the client counts */
    private record Row(int position, DemoMessage message) {}

    private final Session session;

    SearchCommand(Session session) {
        this.session = session;
    }

    void register() {
        session.register(State.SELECTED, "SEARCH", in -> search(in, false));
        session.register(State.SELECTED, "UID SEARCH", in -> search(in, true));
    }

    private Action search(CommandInput in, boolean byUid) throws IOException, CommandException {
        in.space();
        Predicate<Row> all = row -> true;
        boolean first = true;
        do {
            if (!first) {
                in.space();
            }
            all = all.and(key(in, first, 0));
            first = false;
        } while (in.at(' '));
        in.endOfLine();
        Predicate<Row> wanted = all;
        return () -> {
            StringBuilder found = new StringBuilder("* SEARCH");
            Selection selection = session.selection();
            for (int i = 0; i < selection.count(); i++) {
                Optional<DemoMessage> message = selection.message(i);
                if (message.isPresent() && wanted.test(new Row(i, message.get()))) {
                    found.append(' ').append(byUid ? selection.uid(i) : i + 1);
                }
            }
            session.out().line(found.toString());
            return "done";
        };
    }

    private Predicate<Row> key(CommandInput in, boolean charset, int depth) throws IOException, CommandException {
        if (depth > MAX_DEPTH) {
            throw CommandException.bad("nested too deep");
        }
        if (in.accept('(')) {
            Predicate<Row> all = key(in, false, depth + 1);
            while (in.accept(' ')) {
                all = all.and(key(in, false, depth + 1));
            }
            in.expect(')');
            return all;
        }
        if (in.at('*') || Character.isDigit(in.peek())) {
            return numbers(NumberSet.parse(in), false);
        }
        String name = in.keyword();
        if (name.equals("CHARSET") && charset) {
            return charset(in, depth);
        }
        return switch (name) {
            case "ALL" -> row -> true;
            case "UID" -> numbers(NumberSet.parse(spaced(in)), true);
            case "NOT" -> key(spaced(in), false, depth + 1).negate();
            case "OR" -> key(spaced(in), false, depth + 1).or(key(spaced(in), false, depth + 1));
            case "SEEN", "ANSWERED", "FLAGGED", "DELETED", "DRAFT" -> flag("\\" + name);
            case "UNSEEN", "UNANSWERED", "UNFLAGGED", "UNDELETED", "UNDRAFT" ->
                flag("\\" + name.substring(2)).negate();
            case "KEYWORD" -> flag(spaced(in).atom());
            case "UNKEYWORD" -> flag(spaced(in).atom()).negate();
            default -> value(in, name);
        };
    }

    private Predicate<Row> value(CommandInput in, String name) throws IOException, CommandException {
        return switch (name) {
            case "BEFORE", "ON", "SINCE" -> date(name, spaced(in).text());
            case "LARGER" -> size(spaced(in).number(), 1);
            case "SMALLER" -> size(spaced(in).number(), -1);
            case "SUBJECT", "FROM", "TO", "CC", "BCC" -> header(name, spaced(in).text());
            case "HEADER" -> header(spaced(in).text(), spaced(in).text());
            case "TEXT", "BODY" -> text(spaced(in).text(), name.equals("BODY"));
            case "MODSEQ" -> modSeq(spaced(in).number());
            default -> throw CommandException.bad("search key is not served: " + name);
        };
    }

    private Predicate<Row> charset(CommandInput in, int depth) throws IOException, CommandException {
        String charset = spaced(in).text().toUpperCase(Locale.ROOT);
        if (!List.of("UTF-8", "US-ASCII").contains(charset)) {
            throw CommandException.no("[BADCHARSET (UTF-8 US-ASCII)] unknown charset");
        }
        return key(spaced(in), false, depth + 1);
    }

    private static CommandInput spaced(CommandInput in) throws IOException, CommandException {
        in.space();
        return in;
    }

    /** The set is resolved when the search runs: the folder may have grown since it was read. */
    private Predicate<Row> numbers(NumberSet set, boolean uids) {
        return row -> {
            Selection selection = session.selection();
            return uids
                    ? set.contains(row.message.uid(), selection.count() == 0 ? 1 : selection.uid(selection.count() - 1))
                    : set.contains(row.position + 1, selection.count());
        };
    }

    private static Predicate<Row> flag(String flag) {
        return row -> row.message.has(flag);
    }

    private static Predicate<Row> date(String name, String text) throws CommandException {
        LocalDate date = Dates.date(text);
        return row -> {
            int order = row.message.received().toLocalDate().compareTo(date);
            return switch (name) {
                case "BEFORE" -> order < 0;
                case "ON" -> order == 0;
                default -> order >= 0;
            };
        };
    }

    private static Predicate<Row> size(long size, int sign) {
        return row -> Long.signum(row.message.bytes().length - size) == sign;
    }

    private static Predicate<Row> header(String field, String part) {
        return row -> {
            String value = MessageParts.value(row.message.bytes(), field);
            return value != null && lower(value).contains(lower(part));
        };
    }

    private static Predicate<Row> text(String part, boolean bodyOnly) {
        return row -> {
            byte[] bytes = row.message.bytes();
            int start = bodyOnly ? MessageParts.headerEnd(bytes) : 0;
            return lower(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8))
                    .contains(lower(part));
        };
    }

    private Predicate<Row> modSeq(long least) throws CommandException {
        if (!session.options().can(Ability.CONDSTORE)) {
            throw CommandException.bad("search key is not served: MODSEQ");
        }
        session.tellModSeqs();
        return row -> row.message.modSeq() >= least;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
