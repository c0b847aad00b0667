package org.mailwain.report.internal.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What writer and reader of a manifest agree on. */
public final class Manifests {
    public static final String MANIFEST = "manifest.json";
    /** A detached signature of the manifest, beside it; not named in it. */
    public static final String SIGNATURE = "manifest.json.sig";

    public static final String FORMAT = "mailwain-manifest";
    public static final int VERSION = 1;
    public static final String ALGORITHM = "SHA-256";

    private Manifests() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
