package org.mailwain.target.graph;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.tck.Mail;

/** Whether a message of a tenant is what a server served, as far as a strategy can keep it. */
record Arrival(Mail mail, PlainLetter letter) {
    private static final int SUBJECT = 255;
    private static final int MOST_PARTS = 251;
    private static final Set<String> OF_PROGRAMS = Set.of("$mdnsent", "nonjunk", "junk");

    static Arrival of(Mail mail) {
        return new Arrival(mail, PlainLetter.read(mail.bytes()));
    }

    /** By bytes, where the tenant has bytes; else by what the message says. Dates of MIME are those of the import. */
    boolean isIn(StoredMessage stored) {
        Flags flags = GraphFixture.flags(stored);
        if (stored.mime() != null) {
            String all = new String(stored.mime(), StandardCharsets.ISO_8859_1);
            int second = all.indexOf("\r\n") + 2;
            return all.startsWith("X-Mailwain-Key: ")
                    && Arrays.equals(mail.bytes(), Arrays.copyOfRange(stored.mime(), second, stored.mime().length))
                    && withoutDraft(kept(mail.flags())).equals(withoutDraft(flags));
        }
        return subject().equals(stored.subject())
                && mail.received().equals(stored.received())
                && sent().map(moment -> moment.equals(stored.sent())).orElse(true)
                && kept(mail.flags()).equals(flags)
                && holdsParts(stored);
    }

    private String subject() {
        String subject = letter.words("Subject").replaceAll("\\p{Cntrl}+", " ").strip();
        return subject.length() > SUBJECT ? subject.substring(0, SUBJECT) : subject;
    }

    /** Empty where the header says no date that is one. */
    private Optional<Instant> sent() {
        String date = letter.raw("Date").orElse("").replaceAll("\\s+", " ");
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What Outlook has a place for. */
    private static Flags kept(Flags flags) {
        Set<SystemFlag> system = EnumSet.copyOf(flags.system());
        system.remove(SystemFlag.DELETED);
        List<String> words = flags.keywords().stream()
                .filter(word -> !OF_PROGRAMS.contains(word.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.equals("$Forwarded") || !flags.has(SystemFlag.ANSWERED))
                .toList();
        return Flags.of(system, words);
    }

    private static Flags withoutDraft(Flags flags) {
        Set<SystemFlag> system = EnumSet.copyOf(flags.system());
        system.remove(SystemFlag.DRAFT);
        return Flags.of(system, flags.keywords());
    }

    /**
     * Each part is the body or an attachment, under its name where it has one; and nothing else is there. What has too
     * many is an attachment of its own.
     */
    private boolean holdsParts(StoredMessage stored) {
        if (letter.leaves().size() > MOST_PARTS) {
            return stored.attachments().size() == 1
                    && Arrays.equals(
                            mail.bytes(), stored.attachments().getFirst().content());
        }
        List<StoredMessage.Attachment> open = new ArrayList<>(stored.attachments());
        String body = stored.body().replace("\r\n", "\n");
        for (PlainLetter.Leaf leaf : letter.leaves()) {
            if (leaf.left() || leaf.content().length == 0) {
                continue;
            } else if (!leaf.attached()
                    && !body.isEmpty()
                    && PlainLetter.text(leaf).equals(body)) {
                body = "";
                continue;
            }
            boolean[] found = {false};
            open.removeIf(a -> !found[0] && (found[0] = isIn(leaf, a)));
            if (!found[0]) {
                return false;
            }
        }
        return body.isEmpty() && open.stream().allMatch(a -> a.content().length == 0);
    }

    private static boolean isIn(PlainLetter.Leaf leaf, StoredMessage.Attachment attachment) {
        return Arrays.equals(leaf.content(), attachment.content())
                && (leaf.name().isEmpty() || leaf.name().equals(attachment.name()));
    }

    @Override
    public String toString() {
        return subject() + " " + mail + " " + letter.leaves();
    }
}
