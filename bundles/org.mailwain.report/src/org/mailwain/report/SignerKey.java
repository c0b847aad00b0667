package org.mailwain.report;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The public half of a key that signs reports, and the fingerprint by which people know it. Immutable. */
public final class SignerKey {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int GROUP = 4;

    private final PublicKey key;

    SignerKey(PublicKey key) {
        this.key = key;
    }

    /** @param x509 a SubjectPublicKeyInfo (RFC 8410) @return empty where it is none of an Ed25519 key */
    static Optional<SignerKey> of(byte[] x509) {
        try {
            return Optional.of(new SignerKey(
                    KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(x509))));
        } catch (GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    /** @param pem as {@link #pem()} writes it @return empty where it is something else */
    public static Optional<SignerKey> ofPem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            return of(Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end)));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** For a file that is handed on (RFC 7468). */
    public String pem() {
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded()) + "\n" + END + "\n";
    }

    PublicKey key() {
        return key;
    }

    byte[] encoded() {
        return key.getEncoded();
    }

    /** SHA-256 of the key's X.509 form, as hexadecimal digits in groups of four. */
    public String fingerprint() {
        try {
            String hex = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded()));
            StringBuilder groups = new StringBuilder();
            for (int i = 0; i < hex.length(); i += GROUP) {
                groups.append(i == 0 ? "" : " ").append(hex, i, i + GROUP);
            }
            return groups.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param typed the whole fingerprint, with blanks, colons and capitals as a person writes them */
    public boolean isCalled(String typed) {
        return plain(typed).equals(plain(fingerprint()));
    }

    /** Whether a person wrote something that can be a fingerprint. */
    public static boolean isFingerprint(String typed) {
        return plain(typed).matches("[0-9a-f]{64}");
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignerKey signer && Arrays.equals(encoded(), signer.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded());
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
