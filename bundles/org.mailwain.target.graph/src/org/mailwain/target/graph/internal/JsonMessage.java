package org.mailwain.target.graph.internal;

import com.microsoft.graph.models.Attachment;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.FileAttachment;
import com.microsoft.graph.models.Importance;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.Message;
import com.microsoft.graph.models.Recipient;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.serialization.SerializationWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.target.graph.GraphFailure;

/** Writes a message for the request that creates it: everything is said there, since later nothing of it can be. */
final class JsonMessage {
    private static final int SUBJECT = 255;
    private static final int MOST_PEOPLE = 500;
    private static final int UNSENT = 8;

    private final Letter letter;
    private final AppendItem item;
    private final Failure why;
    private boolean peopleLost;
    private boolean subjectCut;

    /** @param why the message is made from its parts, where that is not the endpoint's wish; else null */
    JsonMessage(Letter letter, AppendItem item, Failure why) {
        this.letter = letter;
        this.item = item;
        this.why = why;
    }

    /** The gravest of what is lost, once the message was written; null for nothing. */
    Failure less() {
        if (why != null) {
            return why;
        } else if (letter.is(Letter.Trait.SIGNED)) {
            return GraphFailure.LESS_SIGNATURE.with();
        } else if (letter.is(Letter.Trait.WHOLE)) {
            return GraphFailure.LESS_WHOLE.with();
        } else if (letter.is(Letter.Trait.LONG_TEXT)) {
            return GraphFailure.LESS_BODY.with();
        } else if (peopleLost) {
            return GraphFailure.LESS_PEOPLE.with();
        } else if (subjectCut) {
            return GraphFailure.LESS_SUBJECT.with();
        } else if (!letter.seals().isEmpty()) {
            return GraphFailure.LESS_SEAL.with(String.join(", ", letter.seals()));
        }
        return letter.is(Letter.Trait.ALTERNATIVE) ? GraphFailure.LESS_ALTERNATIVE.with() : null;
    }

    /** What is left out where a tenant does not take it. */
    enum Care {
        ALL,
        WITHOUT_SENDER,
        WITHOUT_HEADERS
    }

    byte[] bytes(RequestAdapter adapter, Care care) throws IOException {
        Message message = message(care);
        try (SerializationWriter writer =
                adapter.getSerializationWriterFactory().getSerializationWriter("application/json")) {
            writer.writeObjectValue(null, message);
            return writer.getSerializedContent().readAllBytes();
        }
    }

    private Message message(Care care) {
        Message message = new Message();
        String subject = letter.first("Subject").map(JsonMessage::words).orElse("");
        subjectCut = subject.length() > SUBJECT;
        message.setSubject(subjectCut ? subject.substring(0, SUBJECT) : subject);
        ItemBody body = new ItemBody();
        body.setContentType(letter.text().html() ? BodyType.Html : BodyType.Text);
        body.setContent(letter.text().content());
        message.setBody(body);
        people(message, care);
        letter.first("Message-ID").filter(id -> id.length() < 1_000).ifPresent(message::setInternetMessageId);
        Flags flags = item.flags();
        message.setIsRead(flags.has(SystemFlag.SEEN));
        message.setImportance(importance(flags));
        message.setCategories(Marks.categories(flags));
        message.setFlag(Marks.followUp(flags));
        message.setSingleValueExtendedProperties(properties(flags, care));
        List<Attachment> attachments = new ArrayList<>();
        letter.parts().stream()
                .filter(part -> part.content() != null)
                .forEach(part -> attachments.add(attachment(part)));
        message.setAttachments(attachments);
        return message;
    }

    private void people(Message message, Care care) {
        if (care == Care.ALL) {
            first(recipients("From")).ifPresent(message::setFrom);
            first(recipients(letter.first("Sender").isPresent() ? "Sender" : "From"))
                    .ifPresent(message::setSender);
            message.setReplyTo(recipients("Reply-To"));
        }
        message.setToRecipients(recipients("To"));
        message.setCcRecipients(recipients("Cc"));
        message.setBccRecipients(recipients("Bcc"));
    }

    private static Optional<Recipient> first(List<Recipient> all) {
        return all.stream().findFirst();
    }

    private List<Recipient> recipients(String name) {
        List<Recipient> all = new ArrayList<>();
        for (Letter.Line line : letter.lines()) {
            if (line.name().equalsIgnoreCase(name)) {
                for (Mailbox mailbox : LenientAddressParser.DEFAULT
                        .parseAddressList(line.value())
                        .flatten()) {
                    add(mailbox, all);
                }
            }
        }
        return all;
    }

    private void add(Mailbox mailbox, List<Recipient> into) {
        String address = mailbox.getAddress();
        boolean good = address != null && address.matches("[^\\s@<>,;]+@[^\\s@<>,;]+") && into.size() < MOST_PEOPLE;
        if (!good) {
            peopleLost = true;
            return;
        }
        EmailAddress email = new EmailAddress();
        email.setAddress(address);
        email.setName(mailbox.getName() == null ? address : words(mailbox.getName()));
        Recipient recipient = new Recipient();
        recipient.setEmailAddress(email);
        into.add(recipient);
    }

    private Importance importance(Flags flags) {
        String said = letter.first("Importance")
                .or(() -> letter.first("X-Priority"))
                .or(() -> letter.first("Priority"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (Marks.important(flags)
                || said.startsWith("high")
                || said.startsWith("1")
                || said.startsWith("2")
                || said.startsWith("urgent")) {
            return Importance.High;
        }
        boolean low =
                said.startsWith("low") || said.startsWith("4") || said.startsWith("5") || said.startsWith("non-urgent");
        return low ? Importance.Low : Importance.Normal;
    }

    private List<SingleValueLegacyExtendedProperty> properties(Flags flags, Care care) {
        List<SingleValueLegacyExtendedProperty> all = new ArrayList<>();
        int bits = (flags.has(SystemFlag.SEEN) ? 1 : 0) | (flags.has(SystemFlag.DRAFT) ? UNSENT : 0);
        all.add(Properties.of(Properties.FLAGS, Integer.toString(bits)));
        Instant sent = letter.first("Date").map(JsonMessage::date).orElse(item.received());
        if (item.received() != null) {
            all.add(Properties.of(Properties.RECEIVED, moment(item.received())));
        }
        if (sent != null) {
            all.add(Properties.of(Properties.SENT, moment(sent)));
        }
        if (care != Care.WITHOUT_HEADERS && !letter.block().isEmpty()) {
            all.add(Properties.of(Properties.HEADERS, letter.block()));
        }
        if (Marks.verb(flags) != 0) {
            all.add(Properties.of(Properties.VERB, Integer.toString(Marks.verb(flags))));
        }
        all.add(Properties.of(Properties.KEY, item.key().toString()));
        if (less() != null) {
            all.add(Properties.of(less()));
        }
        return all;
    }

    private static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static FileAttachment attachment(Letter.Part part) {
        FileAttachment file = new FileAttachment();
        file.setOdataType("#microsoft.graph.fileAttachment");
        file.setName(part.name());
        file.setContentType(part.type());
        file.setIsInline(part.inline());
        if (part.contentId() != null) {
            file.setContentId(part.contentId());
        }
        file.setContentBytes(part.content());
        return file;
    }

    private static String words(String encoded) {
        String decoded = DecoderUtil.decodeEncodedWords(encoded, DecodeMonitor.SILENT);
        return decoded.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Null where it is no date (RFC 5322 section 3.3, with its obsolete zones as far as Java knows them). */
    static Instant date(String text) {
        String plain = text.replaceAll("\\(.*", "").strip().replaceAll("\\s+", " ");
        try {
            return ZonedDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            try {
                String known = plain.replaceFirst(" (UT|UTC|Z)$", " GMT");
                return ZonedDateTime.parse(known, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeParseException none) {
                return null;
            }
        }
    }
}
