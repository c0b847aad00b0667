package org.mailwain.ui.help.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The help pages, in the language of the start, else in English. */
final class Topics {
    /** The page that leads to all others. */
    static final String START = "start";

    private Topics() {}

    /** @return the page as markup of a form text; the first page where there is none of that name */
    static String of(String name) {
        String language = Locale.getDefault().getLanguage();
        String found = read(language, name);
        if (found == null) {
            found = read("en", name);
        }
        return found == null ? of(START) : found;
    }

    private static String read(String language, String name) {
        if (!name.matches("[a-z]+")) {
            return null;
        }
        try (InputStream in = Topics.class.getResourceAsStream("/topics/" + language + "/" + name + ".xml")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
