package org.mailwain.demo.gmail;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Messages with labels, the same each time, for a trial of the product on the simulator. */
public final class GmailSample {
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2015-03-04T05:06:07Z");
    private static final String[] LABELS = {"Work", "Work/Projects", "Home", "Größe & Co"};

    private GmailSample() {}

    /** Every message in one to three places; a fifth archived, some in spam, some starred. @return bytes of all */
    public static long fill(GmailMailbox mailbox, int messages) {
        List.of(LABELS).forEach(mailbox::create);
        long bytes = 0;
        for (int i = 0; i < messages; i++) {
            List<String> labels = new ArrayList<>();
            if (i % 17 == 0) {
                labels.add(mailbox.name(SystemLabel.SPAM));
            } else if (i % 5 != 0) {
                labels.add(i % 3 == 0 ? mailbox.name(SystemLabel.INBOX) : LABELS[i % LABELS.length]);
                labels.add(i % 7 == 0 ? mailbox.name(SystemLabel.SENT) : LABELS[(i / 3) % LABELS.length]);
            }
            Set<String> flags = i % 11 == 0 ? Set.of("\\Flagged") : Set.of("\\Seen");
            byte[] mail = mail(i);
            bytes += mail.length;
            mailbox.deliver(
                    mail, FIRST.plusHours(i), flags, labels.stream().distinct().toArray(String[]::new));
        }
        return bytes;
    }

    private static byte[] mail(int number) {
        String text = "Received: from a.example by b.example; Wed, 4 Mar 2015 05:06:07 +0000\r\n"
                + "Message-ID: <%d@example.com>\r\nDate: Wed, 4 Mar 2015 05:06:07 +0000\r\n".formatted(number)
                + "From: Kenji <kenji@example.com>\r\nTo: Alberta <alberta@example.com>\r\n"
                + "Subject: Number %d\r\n\r\n%s\r\n".formatted(number, "A line of text. ".repeat(1 + number % 40));
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
