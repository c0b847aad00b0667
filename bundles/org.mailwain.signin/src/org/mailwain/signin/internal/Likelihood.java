package org.mailwain.signin.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** How likely a form is for a server, by {@code likelihood.properties}, which says what its lines mean. */
final class Likelihood {
    private record Sign(String word, boolean absent, int points) {
        boolean shows(String shown) {
            return word.equals("*") || shown.contains(word) != absent;
        }
    }

    private static final Map<String, List<Sign>> SIGNS = read();

    private Likelihood() {}

    static int of(String form, List<String> words) {
        String shown = String.join("\n", words).toLowerCase(Locale.ROOT);
        return SIGNS.getOrDefault(form, List.of()).stream()
                .filter(sign -> sign.shows(shown))
                .mapToInt(Sign::points)
                .sum();
    }

    private static Map<String, List<Sign>> read() {
        Properties lines = new Properties();
        try (Reader reader = new InputStreamReader(
                Likelihood.class.getResourceAsStream("likelihood.properties"), StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<Sign>> signs = new HashMap<>();
        for (String form : lines.stringPropertyNames()) {
            List<Sign> ofForm = new ArrayList<>();
            for (String sign : lines.getProperty(form).split(";")) {
                ofForm.add(sign(sign.strip().toLowerCase(Locale.ROOT)));
            }
            signs.put(form, List.copyOf(ofForm));
        }
        return Map.copyOf(signs);
    }

    private static Sign sign(String text) {
        int blank = text.lastIndexOf(' ');
        String word = text.substring(0, blank).strip();
        boolean absent = word.startsWith("!");
        return new Sign(absent ? word.substring(1) : word, absent, Integer.parseInt(text.substring(blank + 1)));
    }
}
