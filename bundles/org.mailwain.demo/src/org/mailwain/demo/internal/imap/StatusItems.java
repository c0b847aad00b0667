package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailwain.demo.server.Ability;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.ServerOptions;

/** What STATUS and LIST-STATUS tell of a folder. */
final class StatusItems {
    private static final Set<String> KNOWN = Set.of("MESSAGES", "RECENT", "UIDNEXT", "UIDVALIDITY", "UNSEEN");

    private StatusItems() {}

    static List<String> parse(CommandInput in, ServerOptions options) throws IOException, CommandException {
        List<String> items = new ArrayList<>();
        in.expect('(');
        do {
            if (!items.isEmpty()) {
                in.space();
            }
            String item = in.keyword();
            boolean condStore = item.equals("HIGHESTMODSEQ") && options.can(Ability.CONDSTORE);
            if (!condStore && !KNOWN.contains(item)) {
                throw CommandException.bad("unknown status item");
            }
            items.add(item);
        } while (!in.accept(')'));
        return items;
    }

    static String line(DemoFolder folder, List<String> items) {
        DemoFolder.Snapshot now = folder.snapshot();
        StringBuilder values = new StringBuilder();
        for (String item : items) {
            values.append(values.isEmpty() ? "" : " ").append(item).append(' ').append(value(now, item));
        }
        return "* STATUS " + Output.quoted(ModifiedUtf7.encode(folder.name())) + " (" + values + ")";
    }

    private static long value(DemoFolder.Snapshot now, String item) {
        return switch (item) {
            case "MESSAGES" -> now.messages().size();
            case "UIDNEXT" -> now.uidNext();
            case "UIDVALIDITY" -> now.uidValidity();
            case "HIGHESTMODSEQ" -> now.modSeq();
            case "UNSEEN" -> now.unseen();
            default -> 0;
        };
    }
}
