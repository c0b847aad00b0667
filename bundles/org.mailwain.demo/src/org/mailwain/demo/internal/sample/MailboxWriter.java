package org.mailwain.demo.internal.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.demo.internal.sample.Letter.Attachment;
import org.mailwain.demo.internal.sample.MailboxPlan.FolderPlan;
import org.mailwain.demo.internal.sample.MailboxPlan.Kind;
import org.mailwain.demo.internal.sample.MailboxPlan.SpecialPlan;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.NewMessage;

/** Fills one mailbox by its plan. Its random numbers begin with the user's name, so each time gives the same mail. */
public final class MailboxWriter {
    private static final int LARGE_BYTES = 1_800_000;
    private static final int SEEN_DAYS = 20;
    private static final List<String> KEYWORDS = List.of("$Forwarded", "$Label1", "$Label4", "NonJunk");

    private final MailboxPlan plan;
    private final Phrases phrases;
    private final Random random;
    private int number;

    public MailboxWriter(MailboxPlan plan) {
        this.plan = plan;
        this.phrases = Phrases.of(plan.language());
        this.random = new Random(plan.user().hashCode());
    }

    public void fill(DemoAccount account) {
        for (FolderPlan folder : plan.folders()) {
            DemoFolder made = folder(account, folder.path());
            account.subscribed().add(made.name());
            letters(folder).forEach(made::append);
        }
        for (SpecialPlan special : plan.specials()) {
            NewMessage message = new NewMessage(special.flags(), special.arrived(), bytes(special));
            for (int i = 0; i < special.times(); i++) {
                folder(account, special.path()).append(message);
            }
        }
    }

    private static DemoFolder folder(DemoAccount account, List<String> path) {
        String name = String.join(String.valueOf(account.options().delimiter()), path);
        return account.folder(
                path.getFirst().equals("INBOX") ? name : account.options().prefix() + name);
    }

    private byte[] bytes(SpecialPlan special) {
        if (!special.file().equals("large")) {
            return MimeText.withCrLf(Resources.bytes("special/" + special.file()));
        }
        byte[] noise = new byte[LARGE_BYTES];
        random.nextBytes(noise);
        ZonedDateTime sent = special.arrived().atZoneSameInstant(plan.zone());
        Attachment photos = new Attachment("photos.zip", "application/zip", noise);
        Letter letter = new Letter(
                "large@old.example",
                me(),
                phrases.any("people", random),
                phrases.any("subjects", random),
                sent,
                List.of(),
                text(),
                false,
                List.of(photos));
        return letter.bytes(sent);
    }

    private List<NewMessage> letters(FolderPlan folder) {
        List<NewMessage> messages = new ArrayList<>();
        long seconds = Duration.between(
                        folder.first().atStartOfDay(plan.zone()),
                        folder.last().atTime(17, 0).atZone(plan.zone()))
                .toSeconds();
        List<String> thread = new ArrayList<>();
        String subject = "";
        for (int i = 0; i < folder.messages(); i++) {
            ZonedDateTime sent = folder.first()
                    .atStartOfDay(plan.zone())
                    .plusSeconds(seconds * i / folder.messages() + random.nextInt(36_000))
                    .truncatedTo(ChronoUnit.SECONDS);
            boolean answer = !thread.isEmpty() && folder.kind() != Kind.JUNK && random.nextInt(3) == 0;
            if (!answer) {
                thread.clear();
                subject = phrases.any(folder.kind() == Kind.JUNK ? "junk" : "subjects", random);
            }
            Letter letter = letter(folder.kind(), sent, answer ? "Re: " + subject : subject, List.copyOf(thread));
            thread.add("<" + letter.id() + ">");
            ZonedDateTime received = sent.plusSeconds(2 + random.nextInt(50));
            Set<String> flags = flags(folder, received);
            messages.add(new NewMessage(flags, received.toOffsetDateTime(), letter.bytes(received)));
        }
        return messages;
    }

    private Letter letter(Kind kind, ZonedDateTime sent, String subject, List<String> references) {
        String other = phrases.any("people", random);
        boolean mine = kind == Kind.OUT || kind == Kind.DRAFT || kind == Kind.MIXED && random.nextInt(3) == 0;
        String id = plan.user() + "." + ++number + "." + Integer.toHexString(random.nextInt()) + "@old.example";
        return new Letter(
                id,
                mine ? me() : other,
                mine ? other : me(),
                subject,
                sent,
                references,
                text(),
                random.nextInt(3) == 0,
                attachments());
    }

    private String me() {
        return plan.name() + " <" + plan.oldAddress() + ">";
    }

    private String text() {
        StringBuilder text = new StringBuilder(phrases.greeting()).append(",\r\n\r\n");
        int sentences = 2 + random.nextInt(8);
        for (int i = 0; i < sentences; i++) {
            text.append(phrases.any("sentences", random)).append("\r\n");
        }
        return text.append("\r\n").append(phrases.farewell()).append("\r\n").toString();
    }

    private List<Attachment> attachments() {
        return switch (random.nextInt(12)) {
            case 0 -> List.of(new Attachment("offer.pdf", "application/pdf", Resources.bytes("offer.pdf")));
            case 1 ->
                List.of(
                        new Attachment("plan.png", "image/png", Resources.bytes("plan.png")),
                        new Attachment("offer.pdf", "application/pdf", Resources.bytes("offer.pdf")));
            case 2 -> List.of(new Attachment("items.csv", "text/csv", table()));
            default -> List.of();
        };
    }

    private byte[] table() {
        StringBuilder table = new StringBuilder("Item;Amount\r\n");
        int rows = 5 + random.nextInt(200);
        for (int i = 1; i <= rows; i++) {
            table.append("No. ")
                    .append(i)
                    .append(';')
                    .append(random.nextInt(100_000) / 100.0)
                    .append("\r\n");
        }
        return table.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Old mail is read, some of it answered or marked. */
    private Set<String> flags(FolderPlan folder, ZonedDateTime received) {
        Set<String> flags = new TreeSet<>();
        boolean old = received.toLocalDate().isBefore(folder.last().minusDays(SEEN_DAYS));
        if (folder.kind() == Kind.DRAFT) {
            flags.add("\\Draft");
        }
        if (folder.kind() == Kind.OUT || old || random.nextInt(4) == 0) {
            flags.add("\\Seen");
        }
        if (folder.kind() == Kind.IN && old && random.nextInt(4) == 0) {
            flags.add("\\Answered");
        }
        if (random.nextInt(15) == 0) {
            flags.add("\\Flagged");
        }
        if (random.nextInt(6) == 0) {
            flags.add(KEYWORDS.get(random.nextInt(KEYWORDS.size())));
        }
        return flags;
    }
}
