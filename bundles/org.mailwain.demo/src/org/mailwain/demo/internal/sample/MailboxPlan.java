package org.mailwain.demo.internal.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is in one mailbox of the sample, as {@code mailboxes.txt} and {@code special/} say. */
public record MailboxPlan(
        String user,
        String name,
        String address,
        ZoneId zone,
        String language,
        List<FolderPlan> folders,
        List<SpecialPlan> specials) {
    /** How a folder's messages are. */
    enum Kind {
        IN,
        OUT,
        DRAFT,
        JUNK,
        MIXED
    }

    record FolderPlan(List<String> path, int messages, LocalDate first, LocalDate last, Kind kind) {}

    /** A message from a file, so many times. */
    record SpecialPlan(String file, List<String> path, OffsetDateTime arrived, Set<String> flags, int times) {}

    public static List<MailboxPlan> all() {
        List<MailboxPlan> plans = new ArrayList<>();
        for (String line : Resources.lines("mailboxes.txt")) {
            List<String> cells = Resources.cells(line);
            if (cells.getFirst().equals("mailbox")) {
                plans.add(new MailboxPlan(
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        ZoneId.of(cells.get(4)),
                        cells.get(5),
                        new ArrayList<>(),
                        specials(cells.get(1))));
            } else {
                plans.getLast().folders.add(folder(cells));
            }
        }
        return plans;
    }

    private static FolderPlan folder(List<String> cells) {
        return new FolderPlan(
                List.of(cells.get(1).split("/")),
                Integer.parseInt(cells.get(2)),
                LocalDate.parse(cells.get(3)),
                LocalDate.parse(cells.get(4)),
                Kind.valueOf(cells.get(5).toUpperCase(Locale.ROOT)));
    }

    private static List<SpecialPlan> specials(String user) {
        return Resources.lines("special/" + user + ".txt").stream()
                .map(Resources::cells)
                .map(cells -> new SpecialPlan(
                        cells.get(0),
                        List.of(cells.get(1).split("/")),
                        OffsetDateTime.parse(cells.get(2)),
                        Set.of(cells.get(3).split(" ")),
                        Integer.parseInt(cells.get(4))))
                .toList();
    }

    /** The address at the old server. */
    String oldAddress() {
        return address.substring(0, address.indexOf('@')) + "@old.example";
    }
}
