package org.mailwain.target.imap.exact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.tck.Mail;
import org.mailwain.tck.wire.ImapHand;

/** A small mailbox with what is easily doubled or lost: twins, messages without an identity, a large one. */
final class Sample {
    static final FolderPath SENT = FolderPath.of("Sent");
    static final FolderPath ARCHIVE = FolderPath.of("Archive", "2023");
    static final List<FolderPath> FOLDERS = List.of(FolderPath.INBOX, SENT, ARCHIVE);

    /** Sender of what other writers deliver. */
    static final int FOREIGN = 50_000;

    /** Numbers of messages in the inbox that are equal to an earlier one, and the number of that. */
    static final Map<String, String> TWINS = Map.of("16", "15", "19", "17");

    private Sample() {}

    static void fill(ImapHand hand) throws IOException {
        hand.wipe();
        hand.create(SENT);
        hand.create(ARCHIVE);
        for (int i = 1; i <= 14; i++) {
            Flags flags = i % 3 == 0
                    ? Flags.of(List.of(SystemFlag.SEEN), List.of("$Forwarded"))
                    : i % 4 == 0 ? Flags.of(SystemFlag.FLAGGED) : Flags.NONE;
            hand.deliver(FolderPath.INBOX, Mail.text(i, line().repeat(i * i)).with(flags));
        }
        hand.deliver(FolderPath.INBOX, Mail.number(3));
        hand.deliver(FolderPath.INBOX, Mail.number(3));
        hand.deliver(FolderPath.INBOX, weak(20, "a"));
        hand.deliver(FolderPath.INBOX, weak(21, "b"));
        hand.deliver(FolderPath.INBOX, weak(20, "a"));
        hand.deliver(FolderPath.INBOX, Mail.text(22, line().repeat(3_000)));
        for (int i = 30; i < 36; i++) {
            hand.deliver(SENT, Mail.text(i, line().repeat(i)).with(Flags.of(SystemFlag.SEEN)));
        }
        for (int i = 40; i < 46; i++) {
            hand.deliver(ARCHIVE, Mail.number(i));
        }
        hand.deliver(ARCHIVE, Mail.number(3));
    }

    private static String line() {
        return "0123456789012345678901234567890123456789012345678901234567890\r\n";
    }

    private static Mail weak(int number, String body) {
        byte[] bytes =
                ("Date: Wed, 7 Aug 2019 06:05:04 +0000\r\n\r\n" + body + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return new Mail("", bytes, Flags.NONE, Mail.number(number).received());
    }

    /** Every folder with its messages, in no order, without what others delivered. */
    static Map<String, List<String>> picture(ImapHand hand, Collection<FolderPath> folders) throws IOException {
        Map<String, List<String>> picture = new TreeMap<>();
        for (FolderPath folder : folders) {
            List<String> lines = new ArrayList<>();
            for (Mail mail : hand.standing(folder)) {
                if (!isForeign(mail)) {
                    lines.add(mail.id() + " " + mail.bytes().length + " #" + Arrays.hashCode(mail.bytes()) + " ["
                            + mail.flags() + "] " + mail.received());
                }
            }
            lines.sort(null);
            picture.put(folder.toString(), lines);
        }
        return picture;
    }

    static boolean isForeign(Mail mail) {
        return mail.id().startsWith("tck.5")
                && mail.id().length() == Mail.number(FOREIGN).id().length();
    }

    static long foreign(ImapHand hand) throws IOException {
        long count = 0;
        for (FolderPath folder : FOLDERS) {
            count += hand.standing(folder).stream().filter(Sample::isForeign).count();
        }
        return count;
    }

    /** In which messages two mailboxes differ. */
    static List<String> differences(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        List<String> differences = new ArrayList<>();
        expected.forEach((folder, lines) -> {
            List<String> missing = new ArrayList<>(lines);
            List<String> extra = new ArrayList<>(actual.getOrDefault(folder, List.of()));
            actual.getOrDefault(folder, List.of()).forEach(missing::remove);
            lines.forEach(extra::remove);
            missing.forEach(line -> differences.add(folder + " lacks " + line));
            extra.forEach(line -> differences.add(folder + " has too much: " + line));
        });
        return differences;
    }
}
