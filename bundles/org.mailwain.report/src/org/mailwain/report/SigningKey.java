package org.mailwain.report;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;

/** A key that signs reports (Ed25519, RFC 8032). Immutable; its private half shows only in {@link #secret()}. */
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";
    private static final int BUFFER = 64 * 1024;

    private final PrivateKey hidden;
    private final SignerKey open;

    private SigningKey(PrivateKey hidden, SignerKey open) {
        this.hidden = hidden;
        this.open = open;
    }

    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), new SignerKey(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both halves as a credential store keeps them: PKCS #8 and X.509, each in Base64, with a blank between. */
    public Secret secret() {
        byte[] pkcs8 = hidden.getEncoded();
        byte[] first = Base64.getEncoder().encode(pkcs8);
        byte[] second = Base64.getEncoder().encode(open.encoded());
        char[] both = new char[first.length + 1 + second.length];
        for (int i = 0; i < first.length; i++) {
            both[i] = (char) first[i];
        }
        both[first.length] = ' ';
        for (int i = 0; i < second.length; i++) {
            both[first.length + 1 + i] = (char) second[i];
        }
        Secret secret = Secret.of(both);
        Arrays.fill(pkcs8, (byte) 0);
        Arrays.fill(first, (byte) 0);
        Arrays.fill(both, '\0');
        return secret;
    }

    /** @return empty where the secret is no such key */
    public static Optional<SigningKey> of(Secret secret) {
        byte[] both = secret.utf8();
        int blank = 0;
        while (blank < both.length && both[blank] != ' ') {
            blank++;
        }
        byte[] first = Arrays.copyOf(both, blank);
        byte[] second = Arrays.copyOfRange(both, Math.min(blank + 1, both.length), both.length);
        Arrays.fill(both, (byte) 0);
        try {
            byte[] pkcs8 = Base64.getDecoder().decode(first);
            PrivateKey hidden = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            Arrays.fill(pkcs8, (byte) 0);
            return SignerKey.of(Base64.getDecoder().decode(second)).map(open -> new SigningKey(hidden, open));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return Optional.empty();
        } finally {
            Arrays.fill(first, (byte) 0);
        }
    }

    /** The half that may be known to all. */
    public SignerKey signer() {
        return open;
    }

    /** Of everything that the stream gives. */
    byte[] sign(InputStream in) throws IOException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(hidden);
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                signature.update(buffer, 0, read);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verifies(PublicKey key, InputStream in, byte[] signed) throws IOException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                signature.update(buffer, 0, read);
            }
            return signature.verify(signed);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }

    @Override
    public String toString() {
        return open.fingerprint();
    }
}
