package org.mailwain.tck;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.mailwain.api.mail.Flags;

/**
 * A message as tests put it into a mailbox and find it there. Its topmost Received and its Date say the moment of
 * arrival, so that it can be told even where a mailbox keeps none.
 *
 * @param id of its Message-ID, by which a test finds it again; equal messages share it
 * @param bytes the message; not to be changed
 * @param received to the second
 */
public record Mail(String id, byte[] bytes, Flags flags, Instant received) {
    private static final Instant FIRST = Instant.parse("2019-08-07T06:05:04Z");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A small message; the same for the same number. */
    public static Mail number(int number) {
        return text(number, "This is message " + number + ".\r\n" + "x".repeat(number % 61) + "\r\n");
    }

    /** A message with this body, in lines that end with CRLF. */
    public static Mail text(int number, String body) {
        return raw(number, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A message with these bytes as its body. */
    public static Mail raw(int number, byte[] body) {
        Instant received = FIRST.plus(number, ChronoUnit.HOURS);
        String id = "tck." + number + "@tck.example";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(("Received: from a.tck.example by b.tck.example with SMTP id " + number + ";\r\n\t"
                        + DATE.format(received) + "\r\n"
                        + "Message-ID: <" + id + ">\r\n"
                        + "Date: " + DATE.format(received) + "\r\n"
                        + "From: Sender " + number + " <sender@tck.example>\r\n"
                        + "To: Receiver <receiver@tck.example>\r\n"
                        + "Subject: Number " + number + "\r\n"
                        + "MIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n"
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return new Mail(id, all.toByteArray(), Flags.NONE, received);
    }

    public Mail with(Flags other) {
        return new Mail(id, bytes, other, received);
    }

    /** The Message-ID of a message or header, without brackets, or the empty text. */
    public static String idOf(byte[] message) {
        String header = new String(message, 0, Math.min(message.length, 16_384), StandardCharsets.ISO_8859_1);
        int at = header.toLowerCase(Locale.ROOT).indexOf("message-id:");
        int from = header.indexOf('<', at);
        int to = header.indexOf('>', from + 1);
        return at < 0 || from < 0 || to < 0 ? "" : header.substring(from + 1, to);
    }

    /** Whether the last line has its end, as mailboxes need that serve lines (POP). */
    public boolean endsWithLine() {
        return bytes.length > 1 && bytes[bytes.length - 2] == '\r' && bytes[bytes.length - 1] == '\n';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mail mail
                && id.equals(mail.id)
                && Arrays.equals(bytes, mail.bytes)
                && flags.equals(mail.flags)
                && received.equals(mail.received);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id + " (" + bytes.length + ") [" + flags + "] " + received;
    }
}
