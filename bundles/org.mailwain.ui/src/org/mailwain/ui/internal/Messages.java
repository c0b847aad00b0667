package org.mailwain.ui.internal;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts of this bundle. */
public final class Messages {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.mailwain.ui.internal.messages");

    private Messages() {}

    public static String of(String key, Object... arguments) {
        String text = TEXTS.getString(key);
        return arguments.length == 0 ? text : MessageFormat.format(text, arguments);
    }
}
