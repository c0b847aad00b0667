package org.mailwain.demo.internal.sample;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A message before it is bytes.
 *
 * @param from {@code Name <address>}
 * @param references Message-IDs of the thread, the first first; the last is answered
 * @param text lines with CR LF
 */
record Letter(
        String id,
        String from,
        String to,
        String subject,
        ZonedDateTime sent,
        List<String> references,
        String text,
        boolean html,
        List<Attachment> attachments) {
    /** A file in a message. */
    record Attachment(String name, String type, byte[] bytes) {}

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    byte[] bytes(ZonedDateTime received) {
        StringBuilder mail = new StringBuilder();
        mail.append("Received: from out.example by mx.old.example with ESMTPS id ")
                .append(id, 0, id.indexOf('@'))
                .append(";\r\n\t")
                .append(DATE.format(received))
                .append("\r\n");
        field(mail, "From", MimeText.address(from));
        field(mail, "To", MimeText.address(to));
        field(mail, "Subject", MimeText.header(subject));
        field(mail, "Date", DATE.format(sent));
        field(mail, "Message-ID", "<" + id + ">");
        if (!references.isEmpty()) {
            field(mail, "In-Reply-To", references.getLast());
            field(mail, "References", String.join("\r\n ", references));
        }
        field(mail, "MIME-Version", "1.0");
        if (attachments.isEmpty()) {
            content(mail);
        } else {
            String boundary = "=_mixed_" + id.substring(0, id.indexOf('@'));
            field(mail, "Content-Type", "multipart/mixed; boundary=\"" + boundary + '"');
            mail.append("\r\n--").append(boundary).append("\r\n");
            content(mail);
            attachments.forEach(attachment -> attach(mail, boundary, attachment));
            mail.append("\r\n--").append(boundary).append("--\r\n");
        }
        return mail.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder mail, String name, String value) {
        mail.append(name).append(": ").append(value).append("\r\n");
    }

    private void content(StringBuilder mail) {
        if (!html) {
            text(mail, "plain", text);
            return;
        }
        String boundary = "=_alt_" + id.substring(0, id.indexOf('@'));
        field(mail, "Content-Type", "multipart/alternative; boundary=\"" + boundary + '"');
        mail.append("\r\n--").append(boundary).append("\r\n");
        text(mail, "plain", text);
        mail.append("\r\n--").append(boundary).append("\r\n");
        text(mail, "html", "<html><body><p>" + text.strip().replace("\r\n", "<br>\r\n") + "</p></body></html>\r\n");
        mail.append("\r\n--").append(boundary).append("--\r\n");
    }

    private static void text(StringBuilder mail, String subtype, String text) {
        field(mail, "Content-Type", "text/" + subtype + "; charset=utf-8");
        boolean mostlyAscii = text.chars().filter(c -> c > 127).count() * 4 < text.length();
        if (MimeText.isAscii(text)) {
            mail.append("\r\n").append(text);
        } else if (mostlyAscii) {
            field(mail, "Content-Transfer-Encoding", "quoted-printable");
            mail.append("\r\n").append(MimeText.quotedPrintable(text));
        } else {
            field(mail, "Content-Transfer-Encoding", "base64");
            mail.append("\r\n").append(MimeText.base64(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void attach(StringBuilder mail, String boundary, Attachment attachment) {
        mail.append("\r\n--").append(boundary).append("\r\n");
        field(mail, "Content-Type", attachment.type);
        field(mail, "Content-Disposition", "attachment; filename=\"" + attachment.name + '"');
        field(mail, "Content-Transfer-Encoding", "base64");
        mail.append("\r\n").append(MimeText.base64(attachment.bytes));
    }
}
