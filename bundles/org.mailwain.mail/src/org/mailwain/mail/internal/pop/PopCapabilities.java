package org.mailwain.mail.internal.pop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mailwain.api.failure.FailureException;

/** What a server says that it can (RFC 2449); empty where it does not know the question. */
record PopCapabilities(boolean told, Map<String, List<String>> all) {
    private static final int MOST = 200;

    static PopCapabilities ask(PopProtocol protocol) throws FailureException {
        Map<String, List<String>> all = new TreeMap<>();
        if (!protocol.run("CAPA").isOk()) {
            return new PopCapabilities(false, all);
        }
        protocol.lines(line -> {
            String[] words = line.toUpperCase(Locale.ROOT).strip().split("\\s+");
            if (all.size() < MOST) {
                all.put(words[0], List.of(words).subList(1, words.length));
            }
        });
        return new PopCapabilities(true, all);
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    Set<String> mechanisms() {
        return new TreeSet<>(all.getOrDefault("SASL", List.of()));
    }
}
