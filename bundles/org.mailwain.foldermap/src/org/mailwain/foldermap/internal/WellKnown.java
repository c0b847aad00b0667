package org.mailwain.foldermap.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.mail.SpecialUse;

/** Tokens for folders of a use, whatever they are named; Exchange Online's and the shorter ones. */
final class WellKnown {
    private static final Map<String, SpecialUse> TOKENS = Map.ofEntries(
            Map.entry("#inbox#", SpecialUse.INBOX),
            Map.entry("#sent#", SpecialUse.SENT),
            Map.entry("#sentitems#", SpecialUse.SENT),
            Map.entry("#drafts#", SpecialUse.DRAFTS),
            Map.entry("#junk#", SpecialUse.JUNK),
            Map.entry("#junkemail#", SpecialUse.JUNK),
            Map.entry("#trash#", SpecialUse.TRASH),
            Map.entry("#deleteditems#", SpecialUse.TRASH),
            Map.entry("#archive#", SpecialUse.ARCHIVE),
            Map.entry("#outbox#", SpecialUse.OUTBOX),
            Map.entry("#templates#", SpecialUse.TEMPLATES),
            Map.entry("#all#", SpecialUse.ALL),
            Map.entry("#flagged#", SpecialUse.FLAGGED),
            Map.entry("#important#", SpecialUse.IMPORTANT));

    private WellKnown() {}

    static Optional<SpecialUse> token(String text) {
        return Optional.ofNullable(TOKENS.get(text.toLowerCase(Locale.ROOT)));
    }

    /** The token by which people name that use. */
    static String token(SpecialUse use) {
        return "#" + name(use) + "#";
    }

    /** The name of a new folder for that use, the one that RFC 6154 uses. */
    static String name(SpecialUse use) {
        String name = use.name();
        return use == SpecialUse.INBOX
                ? name
                : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
