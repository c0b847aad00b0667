package org.mailwain.start;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The sentences of the start, loaded only when one is needed. */
final class Texts {
    private Texts() {}

    static String of(String key, Object... arguments) {
        return MessageFormat.format(
                ResourceBundle.getBundle("org.mailwain.start.messages").getString(key), arguments);
    }
}
