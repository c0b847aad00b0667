package org.mailwain.mail;

import java.nio.file.Path;
import org.mailwain.api.settings.Named;
import org.mailwain.api.settings.Required;

/** Which certificates of a server are believed. There is no choice that believes all. */
public sealed interface Trust permits Trust.System, Trust.CaFile, Trust.Fingerprint {
    /** Those that the machine's Java trusts. */
    @Named("system")
    record System() implements Trust {}

    /** @param file certificates of authorities, PEM or DER */
    @Named("ca-file")
    record CaFile(@Required Path file) implements Trust {}

    /**
     * This one certificate, whatever its name and dates say.
     *
     * @param sha256 of the certificate in hexadecimal, colons allowed
     */
    @Named("fingerprint")
    record Fingerprint(@Required String sha256) implements Trust {}
}
