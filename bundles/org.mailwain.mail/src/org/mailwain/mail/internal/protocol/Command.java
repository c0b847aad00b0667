package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import org.mailwain.api.failure.FailureException;

/** The text of a command, without tag and line end. */
@FunctionalInterface
public interface Command {
    void write(Words words) throws IOException, FailureException, Words.Declined;

    static Command of(String ascii) {
        return words -> words.text(ascii);
    }
}
