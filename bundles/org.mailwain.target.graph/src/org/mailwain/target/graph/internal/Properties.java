package org.mailwain.target.graph.internal;

import com.microsoft.graph.models.Message;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.target.graph.GraphFailure;
import org.mailwain.target.graph.GraphSettings;
import org.mailwain.target.graph.Strategy;

/** Extended properties (MS-OXPROPS). The service spells their ids in its own way when it gives them back. */
final class Properties {
    /** PidTagMessageFlags: bit 0 read, bit 3 unsent; can be told at creation only. */
    static final String FLAGS = "Integer 0x0E07";
    /** PidTagMessageDeliveryTime. */
    static final String RECEIVED = "SystemTime 0x0E06";
    /** PidTagClientSubmitTime. */
    static final String SENT = "SystemTime 0x0039";
    /** PidTagTransportMessageHeaders. */
    static final String HEADERS = "String 0x007D";
    /** PidTagLastVerbExecuted: 102 replied, 103 replied to all, 104 forwarded. */
    static final String VERB = "Integer 0x1081";
    /** PidTagMessageStatus: bit 3 marked for deletion by an IMAP client. */
    static final String STATUS = "Integer 0x0E17";
    /** PidTagMessageSize. */
    static final String SIZE = "Integer 0x0E08";
    /** Ours, in a name space of ours. */
    static final String KEY = "String {6f2c1b7e-52a4-4d0b-9a3d-5b9c0e7d4a11} Name MailwainKey";
    /** What a message lost when it was made: the code of a {@link GraphFailure}, and its argument. */
    static final String LESS = "String {6f2c1b7e-52a4-4d0b-9a3d-5b9c0e7d4a11} Name MailwainLess";
    /** The header line that carries our key where a message is sent as it is. */
    static final String KEY_HEADER = "X-Mailwain-Key";
    /** Before the key of a message that is made elsewhere and moved. */
    static final String STAGED = "staged-";

    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Pattern NUMBERED = Pattern.compile("(\\w+) 0x0*([0-9a-fA-F]+)");

    private final String keyHeader;
    private final Strategy strategy;

    Properties(GraphSettings settings) {
        this.keyHeader = settings.keyProperty().formatted(KEY_HEADER);
        this.strategy = settings.strategy();
    }

    /** What is asked for with each message, as the value of {@code $expand}. */
    String expand() {
        StringBuilder filter = new StringBuilder();
        for (String id : List.of(KEY, LESS, keyHeader, VERB, STATUS, SIZE)) {
            filter.append(filter.isEmpty() ? "" : " or ")
                    .append("id eq '")
                    .append(id)
                    .append('\'');
        }
        return "singleValueExtendedProperties($filter=" + filter + ")";
    }

    String keyHeader() {
        return keyHeader;
    }

    static SingleValueLegacyExtendedProperty of(String id, String value) {
        SingleValueLegacyExtendedProperty property = new SingleValueLegacyExtendedProperty();
        property.setId(id);
        property.setValue(value);
        return property;
    }

    static Optional<String> value(Message message, String id) {
        List<SingleValueLegacyExtendedProperty> all = message.getSingleValueExtendedProperties();
        return (all == null ? new ArrayList<SingleValueLegacyExtendedProperty>() : all)
                .stream()
                        .filter(p -> p.getId() != null && normal(p.getId()).equals(normal(id)))
                        .map(SingleValueLegacyExtendedProperty::getValue)
                        .filter(v -> v != null)
                        .findFirst();
    }

    static int number(Message message, String id) {
        try {
            return value(message, id).map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String normal(String id) {
        Matcher numbered = NUMBERED.matcher(id);
        return (numbered.matches() ? numbered.group(1) + " 0x" + numbered.group(2) : id).toLowerCase(Locale.ROOT);
    }

    /** Ours, by property or by header line. */
    Optional<AppendKey> key(Message message) {
        return value(message, KEY).or(() -> value(message, keyHeader)).flatMap(Properties::parsed);
    }

    static SingleValueLegacyExtendedProperty of(Failure less) {
        String argument = less.arguments().isEmpty()
                ? ""
                : " " + ((Argument.Text) less.arguments().getFirst()).value();
        return of(LESS, less.code() + argument);
    }

    /** Whether its date of arrival is the moment in which it was made, and not the one that it should have, if known. */
    static boolean isDatedAsMade(Message message, Instant wanted) {
        Instant received = Listing.instant(message.getReceivedDateTime());
        Instant created = Listing.instant(message.getCreatedDateTime());
        return received != null
                && created != null
                && Duration.between(created, received).abs().compareTo(AT_ONCE) <= 0
                && (wanted == null || Duration.between(wanted, received).abs().compareTo(AT_ONCE) > 0);
    }

    /** What it says of itself; else what MIME of ours has lost, by the look of it. Null for nothing. */
    Failure less(Message message) {
        Optional<String> said = value(message, LESS);
        if (said.isPresent()) {
            String[] words = said.get().split(" ", 2);
            return Arrays.stream(GraphFailure.values())
                    .filter(code -> code.code().equals(words[0]))
                    .findFirst()
                    .map(code -> words.length == 1 ? code.with() : code.with(words[1]))
                    .orElse(null);
        }
        if (value(message, KEY).isPresent() || strategy == Strategy.JSON) {
            return null;
        } else if (strategy == Strategy.MIME) {
            return Boolean.TRUE.equals(message.getIsDraft()) ? GraphFailure.LESS_DRAFT.with() : null;
        }
        return isDatedAsMade(message, null) ? GraphFailure.LESS_DATE.with() : null;
    }

    boolean isStaged(Message message) {
        return value(message, keyHeader).filter(v -> v.startsWith(STAGED)).isPresent();
    }

    static Optional<AppendKey> parsed(String text) {
        String plain = text.startsWith(STAGED) ? text.substring(STAGED.length()) : text;
        return plain.matches("[0-9a-f]{32}") ? Optional.of(AppendKey.parse(plain)) : Optional.empty();
    }
}
