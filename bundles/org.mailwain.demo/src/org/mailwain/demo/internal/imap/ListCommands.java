package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.demo.internal.imap.Command.Action;
import org.mailwain.demo.internal.imap.Session.State;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.DemoFolder;

/** LIST with its extensions (RFC 5258, 5819, 6154), and LSUB. */
final class ListCommands {
    private static final int MAX_PATTERN = 1000;
    private static final Set<String> SELECTIONS = Set.of("SUBSCRIBED", "SPECIAL-USE", "REMOTE", "RECURSIVEMATCH");

    /** What a LIST asks for. */
    private static final class Query {
        private final Set<String> select = new HashSet<>();
        private final Set<String> give = new HashSet<>();
        private final List<String> patterns = new ArrayList<>();
        private List<String> status = List.of();
    }

    private final Session session;

    ListCommands(Session session) {
        this.session = session;
    }

    void register() {
        session.register(State.SIGNED_IN, "LIST", this::list);
        session.register(State.SIGNED_IN, "LSUB", this::lsub);
        if (session.options().hasLabels()) {
            session.register(State.SIGNED_IN, "XLIST", this::xlist);
        }
    }

    private Action list(CommandInput in) throws IOException, CommandException {
        Query query = new Query();
        boolean extended = session.options().can(Ability.LIST_EXTENDED);
        in.space();
        if (extended && in.at('(')) {
            selection(in, query);
            in.space();
        }
        String reference = name(in);
        in.space();
        if (extended && in.accept('(')) {
            do {
                if (!query.patterns.isEmpty()) {
                    in.space();
                }
                query.patterns.add(pattern(in, reference));
            } while (!in.accept(')'));
        } else {
            query.patterns.add(pattern(in, reference));
        }
        if ((extended || session.options().can(Ability.LIST_STATUS)) && in.accept(' ')) {
            if (!in.keyword().equals("RETURN")) {
                throw CommandException.bad("expected RETURN");
            }
            in.space();
            give(in, query);
        }
        in.endOfLine();
        return () -> answer(query);
    }

    private static void selection(CommandInput in, Query query) throws IOException, CommandException {
        in.expect('(');
        while (!in.accept(')')) {
            if (!query.select.isEmpty()) {
                in.space();
            }
            String option = in.keyword();
            if (!SELECTIONS.contains(option)) {
                throw CommandException.bad("unknown selection option");
            }
            query.select.add(option);
        }
    }

    private void give(CommandInput in, Query query) throws IOException, CommandException {
        in.expect('(');
        while (!in.accept(')')) {
            if (!query.give.isEmpty()) {
                in.space();
            }
            String option = in.keyword();
            query.give.add(option);
            switch (option) {
                case "STATUS" -> {
                    if (!session.options().can(Ability.LIST_STATUS)) {
                        throw CommandException.bad("unknown return option");
                    }
                    in.space();
                    query.status = StatusItems.parse(in, session.options());
                }
                case "SUBSCRIBED", "CHILDREN", "SPECIAL-USE" -> {}
                default -> throw CommandException.bad("unknown return option");
            }
        }
    }

    private Action lsub(CommandInput in) throws IOException, CommandException {
        in.space();
        String reference = name(in);
        in.space();
        ListPattern pattern = new ListPattern(pattern(in, reference), delimiter());
        in.endOfLine();
        return () -> {
            for (String name : new TreeSet<>(session.account().subscribed())) {
                if (pattern.matches(name)) {
                    session.out().line("* LSUB () " + tail(name));
                }
            }
            return "done";
        };
    }

    /** Gmail's forerunner of SPECIAL-USE: as LIST, the inbox and what is special marked. */
    private Action xlist(CommandInput in) throws IOException, CommandException {
        in.space();
        String reference = name(in);
        in.space();
        ListPattern pattern = new ListPattern(pattern(in, reference), delimiter());
        in.endOfLine();
        return () -> {
            for (String name : names(false)) {
                Optional<DemoFolder> folder = session.account().find(name);
                if (pattern.matches(name)) {
                    String special = folder.map(DemoFolder::specialUse).orElse(name.equals("INBOX") ? "\\Inbox" : "");
                    String select = folder.isPresent() ? "" : "\\Noselect";
                    session.out().line("* XLIST (" + special + select + ") " + tail(name));
                }
            }
            return "done";
        };
    }

    private static String name(CommandInput in) throws IOException, CommandException {
        return ModifiedUtf7.decode(new String(in.astring(), StandardCharsets.ISO_8859_1));
    }

    /** list-mailbox: as a string, or an atom in which the two wildcards may stand. */
    private String pattern(CommandInput in, String reference) throws IOException, CommandException {
        String wire =
                in.at('"') || in.at('{') ? new String(in.astring(), StandardCharsets.ISO_8859_1) : in.until("()\"\\");
        if (wire.length() > MAX_PATTERN) {
            throw CommandException.bad("pattern too long");
        }
        return wire.isEmpty() ? "" : session.account().canonical(reference + ModifiedUtf7.decode(wire));
    }

    private char delimiter() {
        return session.options().delimiter();
    }

    private String answer(Query query) throws IOException {
        if (query.patterns.equals(List.of(""))) {
            session.out().line("* LIST (\\Noselect) " + Output.quoted(String.valueOf(delimiter())) + " \"\"");
            return "done";
        }
        List<ListPattern> patterns = query.patterns.stream()
                .map(p -> new ListPattern(p, delimiter()))
                .toList();
        Set<String> names = names(query.select.contains("SUBSCRIBED"));
        for (String name : names) {
            Optional<DemoFolder> folder = session.account().find(name);
            if (patterns.stream().anyMatch(p -> p.matches(name)) && isSelected(query, name, folder)) {
                session.out().line("* LIST (" + attributes(query, name, folder, names) + ") " + tail(name));
                if (folder.isPresent() && !query.status.isEmpty()) {
                    session.out().line(StatusItems.line(folder.get(), query.status));
                }
            }
        }
        return "done";
    }

    /** Folders and the parents that are only part of a name; subscriptions need not exist. */
    private Set<String> names(boolean subscriptions) {
        DemoAccount account = session.account();
        Set<String> names = new TreeSet<>();
        account.folders().forEach(folder -> names.add(folder.name()));
        for (String name : List.copyOf(names)) {
            for (int end = name.indexOf(delimiter()); end > 0; end = name.indexOf(delimiter(), end + 1)) {
                names.add(name.substring(0, end));
            }
        }
        if (subscriptions) {
            names.addAll(account.subscribed());
        }
        return names;
    }

    private boolean isSelected(Query query, String name, Optional<DemoFolder> folder) {
        boolean subscribed = session.account().subscribed().contains(name);
        boolean special = folder.isPresent() && folder.get().specialUse() != null;
        return (subscribed || !query.select.contains("SUBSCRIBED"))
                && (special || !query.select.contains("SPECIAL-USE"));
    }

    private String attributes(Query query, String name, Optional<DemoFolder> folder, Set<String> names) {
        List<String> attributes = new ArrayList<>();
        boolean extended = session.options().can(Ability.LIST_EXTENDED);
        if (folder.isEmpty()) {
            attributes.add(extended ? "\\NonExistent \\Noselect" : "\\Noselect");
        } else if (folder.get().specialUse() != null && session.options().can(Ability.SPECIAL_USE)) {
            attributes.add(folder.get().specialUse());
        }
        if (session.options().can(Ability.CHILDREN) || query.give.contains("CHILDREN")) {
            boolean parent = names.stream().anyMatch(other -> other.startsWith(name + delimiter()));
            attributes.add(parent ? "\\HasChildren" : "\\HasNoChildren");
        }
        boolean asked = query.give.contains("SUBSCRIBED") || query.select.contains("SUBSCRIBED");
        if (asked && session.account().subscribed().contains(name)) {
            attributes.add("\\Subscribed");
        }
        return String.join(" ", attributes);
    }

    private String tail(String name) {
        return Output.quoted(String.valueOf(delimiter())) + " " + Output.quoted(ModifiedUtf7.encode(name));
    }
}
