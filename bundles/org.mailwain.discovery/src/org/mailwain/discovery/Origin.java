package org.mailwain.discovery;

/**
 * Where a finding came from.
 *
 * @param place the file, the address on the web or the name in the DNS
 */
public record Origin(Kind kind, String place) {
    public enum Kind {
        /** A file of ours or of a plug-in. */
        PRESET,
        /** {@code https://autoconfig.DOMAIN/mail/config-v1.1.xml}. */
        AUTOCONFIG,
        /** {@code https://DOMAIN/.well-known/autoconfig/mail/config-v1.1.xml}. */
        WELL_KNOWN,
        /** Mozilla's collection. */
        ISPDB,
        /** RFC 6186. */
        SRV,
        /** A preset or the ISPDB, for the domain that the MX belongs to. */
        MX,
        /** A usual name, tried. */
        GUESS
    }

    /** Whether unsigned DNS alone led there, so that somebody on the way may have. */
    public boolean isUnvouched() {
        return kind == Kind.SRV || kind == Kind.MX;
    }
}
