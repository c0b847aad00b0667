package org.mailwain.demo.internal.imap;

import java.util.Set;
import org.mailwain.demo.server.ServerOptions;

/** What Exchange does with messages and folders that others do not, as clients of it report. */
final class ExchangeHabits {
    /** Longest line taken, in bytes without its end. */
    private static final int LINE = 10_500;

    private ExchangeHabits() {}

    static String greeting(ServerOptions options) {
        return options.isExchange() ? "The Microsoft Exchange IMAP4 service is ready." : "Mailwain demo server ready";
    }

    static void checkName(ServerOptions options, String name) throws CommandException {
        if (options.isExchange() && name.equalsIgnoreCase("Files")) {
            throw CommandException.no("Folder name is reserved.");
        }
    }

    static void checkSize(ServerOptions options, int size) throws CommandException {
        if (options.isExchange() && size > options.maxMessage()) {
            throw CommandException.no("Maximum size of appendable message has been exceeded.");
        }
    }

    static void checkLines(ServerOptions options, byte[] message) throws CommandException {
        int length = 0;
        for (byte b : message) {
            length = b == '\n' ? 0 : length + 1;
            if (options.isExchange() && length > LINE + 1) {
                throw CommandException.bad("Command Argument Error. 11");
            }
        }
    }

    /** The one flag that an APPEND does not set. */
    static void forget(ServerOptions options, Set<String> flags) {
        if (options.isExchange()) {
            flags.remove("\\Flagged");
        }
    }
}
