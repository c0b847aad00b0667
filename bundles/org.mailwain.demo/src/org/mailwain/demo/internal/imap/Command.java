package org.mailwain.demo.internal.imap;

import java.io.IOException;

/** Reads the arguments of one command to the end of its line and gives back what is to be done. */
@FunctionalInterface
interface Command {
    Action parse(CommandInput in) throws IOException, CommandException;

    /** What a command does, after all of it was read. */
    @FunctionalInterface
    interface Action {
        /** Writes the untagged answers. @return the text after OK; null where the tagged answer is written already */
        String run() throws IOException, CommandException;
    }

    /** A command without arguments. */
    static Command plain(Action action) {
        return in -> {
            in.endOfLine();
            return action;
        };
    }
}
