package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.ServerOptions;

/** Folder names from the wire, and the rules that new ones have to keep. */
final class FolderNames {
    static final int MAX_NAME = 255;

    private final Session session;

    FolderNames(Session session) {
        this.session = session;
    }

    String read(CommandInput in) throws IOException, CommandException {
        String wire = new String(in.astring(), StandardCharsets.ISO_8859_1);
        return session.account().canonical(ModifiedUtf7.decode(wire));
    }

    DemoFolder existing(String name, boolean tryCreate) throws CommandException {
        String code = tryCreate ? "[TRYCREATE]" : "[NONEXISTENT]";
        return session.account().find(name).orElseThrow(() -> CommandException.no(code + " no such folder"));
    }

    /** Refuses what cannot be made. */
    void checkNew(String name) throws CommandException {
        ServerOptions options = session.options();
        DemoAccount account = session.account();
        String delimiter = String.valueOf(options.delimiter());
        if (account.find(name).isPresent()) {
            throw CommandException.no("[ALREADYEXISTS] the folder exists");
        }
        if (!name.startsWith(options.prefix())) {
            throw CommandException.no("[CANNOT] outside of the namespace " + options.prefix());
        }
        if (name.isEmpty()
                || name.startsWith(delimiter)
                || name.endsWith(delimiter)
                || name.contains(delimiter.repeat(2))) {
            throw CommandException.no("[CANNOT] empty name");
        }
        if (name.length() > MAX_NAME || name.chars().anyMatch(c -> c < ' ' || c == 127 || c == '*' || c == '%')) {
            throw CommandException.no("[CANNOT] illegal name");
        }
    }
}
