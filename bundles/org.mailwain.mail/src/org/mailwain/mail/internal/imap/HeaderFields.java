package org.mailwain.mail.internal.imap;

import java.util.Locale;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.mail.internal.protocol.Fetched;

/** The header fields by which a message is recognised, as an item of FETCH. */
final class HeaderFields {
    /** No header is larger, whatever its fields; bytes. */
    static final long LARGEST = 16 << 20;

    static final String ITEM = "BODY.PEEK[HEADER.FIELDS ("
            + String.join(" ", HeaderIdentity.FIELDS).toUpperCase(Locale.ROOT) + ")]";

    private HeaderFields() {}

    /** @return null where the answer has none */
    static HeaderIdentity of(Fetched item) {
        byte[] fields = item.fields();
        return fields == null ? null : HeaderIdentity.of(fields, fields.length);
    }
}
