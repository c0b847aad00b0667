package org.mailwain.simulator.graph.internal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.simulator.graph.StoredMessage;

/** The filter and the order of a listing of messages. What is not understood is refused. */
record Conditions(Predicate<StoredMessage> filter, Comparator<StoredMessage> order, boolean falling) {
    private static final Pattern MOMENT =
            Pattern.compile("(createdDateTime|lastModifiedDateTime|receivedDateTime) (ge|gt|le|lt) (\\S+)");
    private static final Pattern MESSAGE_ID = Pattern.compile("internetMessageId eq '((?:[^']|'')*)'");
    private static final Pattern PROPERTY = Pattern.compile(
            "singleValueExtendedProperties/any\\((\\w+): ?\\1/id eq '((?:[^']|'')*)' and \\1/value eq '((?:[^']|'')*)'\\)");
    private static final Comparator<StoredMessage> AS_THEY_CAME = Comparator.comparing(m -> 0);

    static Conditions of(Query query) {
        List<Predicate<StoredMessage>> all = new ArrayList<>();
        String filter = query.get("$filter");
        String rest = filter;
        while (!rest.isEmpty()) {
            rest = term(rest, all);
        }
        return new Conditions(
                m -> all.stream().allMatch(p -> p.test(m)),
                order(query.get("$orderby"), filter),
                query.get("$orderby").endsWith(" desc"));
    }

    private static String term(String text, List<Predicate<StoredMessage>> into) {
        Matcher moment = MOMENT.matcher(text);
        Matcher id = MESSAGE_ID.matcher(text);
        Matcher property = PROPERTY.matcher(text);
        int end;
        if (moment.lookingAt()) {
            Instant bound = moment(moment.group(3));
            Function<StoredMessage, Instant> of = field(moment.group(1));
            String operator = moment.group(2);
            into.add(m -> compares(of.apply(m).compareTo(bound), operator));
            end = moment.end();
        } else if (id.lookingAt()) {
            String wanted = id.group(1).replace("''", "'");
            into.add(m -> wanted.equals(m.fields().path("internetMessageId").asText()));
            end = id.end();
        } else if (property.lookingAt()) {
            String name = PropertyId.normal(property.group(2).replace("''", "'"));
            String wanted = property.group(3).replace("''", "'");
            into.add(m -> wanted.equals(MessageJson.property(m, name)));
            end = property.end();
        } else {
            throw GraphError.bad("BadRequest", "Invalid filter clause: " + text);
        }
        String rest = text.substring(end);
        if (!rest.isEmpty() && !rest.startsWith(" and ")) {
            throw GraphError.bad("BadRequest", "Invalid filter clause: " + rest);
        }
        return rest.isEmpty() ? "" : rest.substring(5);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw GraphError.bad("BadRequest", "Invalid date in the filter: " + text);
        }
    }

    private static boolean compares(int order, String operator) {
        return switch (operator) {
            case "ge" -> order >= 0;
            case "gt" -> order > 0;
            case "le" -> order <= 0;
            default -> order < 0;
        };
    }

    private static Function<StoredMessage, Instant> field(String name) {
        return switch (name) {
            case "createdDateTime" -> StoredMessage::created;
            case "lastModifiedDateTime" -> StoredMessage::modified;
            default -> StoredMessage::received;
        };
    }

    /** What is sorted by has to stand in the filter first, where there is one. */
    private static Comparator<StoredMessage> order(String orderBy, String filter) {
        if (orderBy.isEmpty()) {
            return AS_THEY_CAME;
        }
        String[] words = orderBy.split(" ");
        boolean known = List.of("createdDateTime", "lastModifiedDateTime", "receivedDateTime")
                .contains(words[0]);
        if (!known || words.length > 2) {
            throw GraphError.bad("BadRequest", "Invalid $orderby: " + orderBy);
        } else if (!filter.isEmpty() && !filter.startsWith(words[0])) {
            throw GraphError.bad("InefficientFilter", "The restriction or sort order is too complex.");
        }
        Comparator<StoredMessage> rising = Comparator.comparing(field(words[0]));
        return words.length == 2 && words[1].equals("desc") ? rising.reversed() : rising;
    }

    /** Equal ones stay in the order in which they came, or in its reverse. */
    List<StoredMessage> apply(List<StoredMessage> all) {
        List<StoredMessage> fit = new ArrayList<>(all.stream().filter(filter).toList());
        if (falling) {
            Collections.reverse(fit);
        }
        fit.sort(order);
        return fit;
    }
}
