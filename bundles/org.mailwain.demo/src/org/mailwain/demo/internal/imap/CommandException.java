package org.mailwain.demo.internal.imap;

/** A command that is answered with NO or BAD; the connection goes on. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    private final String status;

    private CommandException(String status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    static CommandException bad(String text) {
        return new CommandException("BAD", text);
    }

    static CommandException no(String text) {
        return new CommandException("NO", text);
    }

    String status() {
        return status;
    }
}
