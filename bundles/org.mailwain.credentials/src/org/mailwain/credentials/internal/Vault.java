package org.mailwain.credentials.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.mailwain.api.credentials.Secret;

/**
 * Seals bytes under a password: AES-256 in GCM, the key from PBKDF2 with HMAC-SHA-256 and the number of rounds that
 * stands in the head. The head (mark, rounds, salt, nonce) is authenticated with the rest.
 */
final class Vault {
    private static final byte[] MARK = "MWCRED1\n".getBytes(StandardCharsets.US_ASCII);
    /** As OWASP advises for PBKDF2 with HMAC-SHA-256: about half a second of work for each guess. */
    static final int ROUNDS = 600_000;

    private static final int MOST_ROUNDS = 50_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int HEAD = MARK.length + Integer.BYTES + SALT + NONCE;

    private final SecureRandom random = new SecureRandom();
    private final Secret password;
    private final int roundsOfNew;
    private byte[] salt;
    private int rounds;
    private SecretKey key;

    /** @param roundsOfNew of a file that is made; an old one says itself */
    Vault(Secret password, int roundsOfNew) {
        this.password = password;
        this.roundsOfNew = roundsOfNew;
    }

    /** What was sealed is not what it was, or the password is another: nobody can tell these apart. */
    static final class WrongPassword extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What is there is no sealed file at all. */
    static final class NotSealed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    byte[] seal(byte[] clear) {
        byte[] usedSalt = salt == null ? bytes(SALT) : salt;
        int usedRounds = salt == null ? roundsOfNew : rounds;
        byte[] nonce = bytes(NONCE);
        byte[] head = ByteBuffer.allocate(HEAD)
                .put(MARK)
                .putInt(usedRounds)
                .put(usedSalt)
                .put(nonce)
                .array();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, usedSalt, usedRounds, nonce, head);
            byte[] sealed = cipher.doFinal(clear);
            return ByteBuffer.allocate(HEAD + sealed.length)
                    .put(head)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(byte[] file) throws WrongPassword, NotSealed {
        if (file.length < HEAD || !Arrays.equals(MARK, Arrays.copyOf(file, MARK.length))) {
            throw new NotSealed();
        }
        ByteBuffer buffer = ByteBuffer.wrap(file, MARK.length, file.length - MARK.length);
        int itsRounds = buffer.getInt();
        byte[] itsSalt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        buffer.get(itsSalt).get(nonce);
        if (itsRounds < 1 || itsRounds > MOST_ROUNDS) {
            throw new NotSealed();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, itsSalt, itsRounds, nonce, Arrays.copyOf(file, HEAD));
            return cipher.doFinal(file, HEAD, file.length - HEAD);
        } catch (AEADBadTagException e) {
            key = null;
            throw new WrongPassword();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] itsSalt, int itsRounds, byte[] nonce, byte[] head)
            throws GeneralSecurityException {
        if (key == null || !Arrays.equals(salt, itsSalt) || rounds != itsRounds) {
            key = derive(itsSalt, itsRounds);
            salt = itsSalt;
            rounds = itsRounds;
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(head);
        return cipher;
    }

    private SecretKey derive(byte[] itsSalt, int itsRounds) throws GeneralSecurityException {
        char[] chars = password.chars();
        PBEKeySpec spec = new PBEKeySpec(chars, itsSalt, itsRounds, 256);
        try {
            return new SecretKeySpec(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded(),
                    "AES");
        } finally {
            spec.clearPassword();
            Arrays.fill(chars, '\0');
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
