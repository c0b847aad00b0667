package org.mailwain.app.internal;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts of this bundle. */
final class Messages {
    private Messages() {}

    static String of(String key, Object... arguments) {
        return MessageFormat.format(
                ResourceBundle.getBundle("org.mailwain.app.internal.messages").getString(key), arguments);
    }
}
