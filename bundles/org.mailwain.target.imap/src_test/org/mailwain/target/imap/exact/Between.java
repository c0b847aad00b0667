package org.mailwain.target.imap.exact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/** From which server to which, and what either shall seem not to have. */
enum Between {
    DOVECOT(Server.TARGET),
    DOVECOT_ONE_BY_ONE(Server.TARGET, Hidden.MULTIAPPEND),
    DOVECOT_WITHOUT_IDS(Server.TARGET, Hidden.UIDPLUS),
    DOVECOT_BARE(Server.TARGET, Hidden.MULTIAPPEND, Hidden.UIDPLUS, Hidden.LITERAL_PLUS),
    CYRUS(Server.CYRUS),
    /** What it does to messages is compared; deaths are not tried on it. */
    COURIER(Server.COURIER),
    CYRUS_BARE(Server.CYRUS, Hidden.MULTIAPPEND, Hidden.UIDPLUS, Hidden.LITERAL_PLUS),
    POP(Server.TARGET),
    POP_WITHOUT_UIDL(Server.TARGET, Hidden.UIDL),
    POP_WITH_EQUAL_UIDLS(Server.TARGET, Hidden.OWN_UIDLS);

    /** Those on which runs die. */
    static final List<Between> TRIED =
            Stream.of(values()).filter(between -> between != COURIER).toList();

    private final Server target;
    private final List<Hidden> hidden;

    Between(Server target, Hidden... hidden) {
        this.target = target;
        this.hidden = Arrays.asList(hidden);
    }

    Server target() {
        return target;
    }

    boolean isPop() {
        return name().startsWith("POP");
    }

    int sourcePort(Rig rig) {
        return isPop() ? rig.pop3(Server.SOURCE) : rig.imap(Server.SOURCE);
    }

    List<Hidden> hidden(boolean ofSource) {
        return hidden.stream().filter(h -> h.ofSource() == ofSource).toList();
    }

    boolean answersIds() {
        return !hidden.contains(Hidden.UIDPLUS);
    }
}
