package org.mailwain.mail.internal.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.mailwain.api.failure.Failure;
import org.mailwain.mail.MailFailure;

/** A certificate that is not believed, and why. */
final class Distrusted extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final MailFailure code;
    private final transient Object[] arguments;

    Distrusted(MailFailure code, Object... arguments) {
        super(code.code());
        this.code = code;
        this.arguments = arguments;
    }

    Failure failure(Address address) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = address;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return code.with(all);
    }

    /** SHA-256 in upper-case hexadecimal with colons, as browsers show it. */
    static String fingerprint(X509Certificate certificate) throws CertificateEncodingException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
