package org.mailwain.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of a package, from its {@code messages.properties} and the translations beside it. Thread-safe. */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Those of the package of a class, in the language of the start. */
    public static Texts beside(Class<?> type) {
        return new Texts(ResourceBundle.getBundle(
                type.getPackageName() + ".messages", Locale.getDefault(), type.getClassLoader()));
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** With arguments, as {@link MessageFormat} fills them in; without, as it stands. */
    public String of(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : MessageFormat.format(text, arguments);
    }
}
