package org.mailwain.mail.internal.imap;

import org.mailwain.api.provider.Traits;

/** What a server's capabilities mean for whoever uses the session. */
final class Capabilities {
    /** Enough that the cost of a command no longer shows; a refused batch is halved, so more would not pay. */
    static final int PER_APPEND = 100;

    /** A batch takes two round trips, one for its answer and one for its sizes; bytes bound them before this does. */
    static final int APPENDS_AHEAD = 32;

    private Capabilities() {}

    static Traits traits(Session session) {
        Traits plain = new Traits(
                session.make.rewrites() ? Traits.Fidelity.LOOSE : Traits.Fidelity.EXACT,
                session.make.estimates() ? Traits.Fidelity.LOOSE : Traits.Fidelity.EXACT,
                false,
                session.pipeline.has("MULTIAPPEND") ? PER_APPEND : 1,
                APPENDS_AHEAD,
                session.pipeline.has("UIDPLUS"),
                session.pipeline.has("UIDPLUS"),
                session.make.losesFlags(),
                session.hasModseq(),
                false,
                appendLimit(session),
                session.make.names(session.names.delimiter()));
        return session.profile.traits().apply(plain);
    }

    /** RFC 7889: one limit for all folders, as a part of the capability's name; -1 where there is none. */
    static long appendLimit(Session session) {
        return session.pipeline.capabilities().stream()
                .filter(c -> c.startsWith("APPENDLIMIT="))
                .mapToLong(c -> UidSet.number(c.substring("APPENDLIMIT=".length())))
                .filter(limit -> limit > 0)
                .findFirst()
                .orElse(-1);
    }
}
