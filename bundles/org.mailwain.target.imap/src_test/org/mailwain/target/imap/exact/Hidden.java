package org.mailwain.target.imap.exact;

/** What a server shall seem not to have: words on the line are made others of the same length. */
enum Hidden {
    MULTIAPPEND(" MULTIAPPEND"),
    UIDPLUS(" UIDPLUS", "[APPENDUID ", "[COPYUID "),
    LITERAL_PLUS(" LITERAL+"),
    MOVE(" MOVE"),
    QRESYNC(" QRESYNC"),
    CONDSTORE(" CONDSTORE", "[HIGHESTMODSEQ "),
    LIST_STATUS(" LIST-STATUS"),
    /** POP3, in the client's words: the server does not know what it is asked. */
    UIDL("UIDL\r\n"),
    /** POP3: that equal messages have UIDLs of their own, as where a server makes them of the content. */
    OWN_UIDLS;

    private final String[] words;

    Hidden(String... words) {
        this.words = words;
    }

    String[] words() {
        return words;
    }

    /** Whether the source shall seem not to have it; else the target. */
    boolean ofSource() {
        return this == UIDL || this == OWN_UIDLS;
    }

    boolean upwards() {
        return this == UIDL;
    }
}
