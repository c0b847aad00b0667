package org.mailwain.simulator.graph.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The system query options of a request, strictly: what is unknown is refused. */
record Query(Map<String, String> options) {
    private static final Set<String> KNOWN = Set.of(
            "$top", "$skip", "$filter", "$select", "$expand", "$orderby", "$count", "includeHiddenFolders", "period");

    static Query of(String raw) {
        Map<String, String> options = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                if (!KNOWN.contains(name)) {
                    throw GraphError.bad("BadRequest", "The query parameter '" + name + "' is not supported.");
                }
                options.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Query(options);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String get(String name) {
        return options.getOrDefault(name, "");
    }

    int top(int fallback, int most) {
        int top = number("$top", fallback);
        if (top < 1 || top > most) {
            throw GraphError.bad("BadRequest", "Invalid page size " + top + ": 1 to " + most + ".");
        }
        return top;
    }

    int skip() {
        return number("$skip", 0);
    }

    private int number(String name, int fallback) {
        try {
            return options.containsKey(name) ? Integer.parseInt(options.get(name)) : fallback;
        } catch (NumberFormatException e) {
            throw GraphError.bad("BadRequest", "Invalid value for " + name + ".");
        }
    }

    /** Empty where everything is wanted. */
    List<String> select() {
        String select = get("$select");
        return select.isEmpty()
                ? List.of()
                : Arrays.stream(select.split(",")).map(String::strip).toList();
    }

    boolean selects(String name) {
        return select().contains(name);
    }

    /** The same request, so many items further on. */
    String next(String url, int skip) {
        StringBuilder link = new StringBuilder(url).append('?');
        options.forEach((name, value) -> {
            if (!name.equals("$skip")) {
                link.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&');
            }
        });
        return link.append("$skip=").append(skip).toString();
    }
}
