package org.mailwain.demo.server;

/** What the server can do beyond IMAP4rev1; each can be switched off to meet a poorer server. */
public enum Ability {
    SASL_IR("SASL-IR"),
    ID("ID"),
    ENABLE("ENABLE"),
    NAMESPACE("NAMESPACE"),
    CHILDREN("CHILDREN"),
    LIST_EXTENDED("LIST-EXTENDED"),
    LIST_STATUS("LIST-STATUS"),
    SPECIAL_USE("SPECIAL-USE"),
    CREATE_SPECIAL_USE("CREATE-SPECIAL-USE"),
    UNSELECT("UNSELECT"),
    UIDPLUS("UIDPLUS"),
    MOVE("MOVE"),
    MULTIAPPEND("MULTIAPPEND"),
    CONDSTORE("CONDSTORE"),
    LITERAL_PLUS("LITERAL+"),
    /** RFC 7888: as LITERAL+, for literals of up to 4096 bytes. Off by default; LITERAL+ wins where both are on. */
    LITERAL_MINUS("LITERAL-"),
    APPENDLIMIT("APPENDLIMIT");

    private final String atom;

    Ability(String atom) {
        this.atom = atom;
    }

    /** The capability's name on the wire. */
    public String atom() {
        return atom;
    }
}
