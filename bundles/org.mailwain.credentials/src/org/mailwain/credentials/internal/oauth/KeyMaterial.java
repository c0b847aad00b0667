package org.mailwain.credentials.internal.oauth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.mailwain.api.credentials.Secret;

/**
 * A private RSA key and the certificates that go with it, own one first.
 *
 * @param certificates empty where there were none
 */
record KeyMaterial(PrivateKey key, List<X509Certificate> certificates) {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** The head of PKCS#8 around an RSA key in PKCS#1: a version and the algorithm (RFC 5208 section 5). */
    private static final byte[] VERSION_AND_RSA = {
        2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
    };

    /**
     * Reads PEM (RFC 7468; PKCS#8, encrypted or not, and PKCS#1) or PKCS#12.
     *
     * @throws GeneralSecurityException where it is neither, holds no key, or the password is another; the message says it
     */
    static KeyMaterial read(byte[] bytes, Optional<Secret> password) throws GeneralSecurityException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN ") ? pem(text, password) : pkcs12(bytes, password);
    }

    private static KeyMaterial pem(String text, Optional<Secret> password) throws GeneralSecurityException {
        PrivateKey key = null;
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = PEM.matcher(text);
        while (blocks.find()) {
            byte[] der = Base64.getMimeDecoder().decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "CERTIFICATE" ->
                    certificates.add((X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
                case "PRIVATE KEY" -> key = pkcs8(der);
                case "RSA PRIVATE KEY" -> key = pkcs8(wrapped(der));
                case "ENCRYPTED PRIVATE KEY" -> key = decrypted(der, password);
                default -> {
                    // parameters and remarks of tools
                }
            }
            Arrays.fill(der, (byte) 0);
        }
        if (key == null) {
            throw new GeneralSecurityException("no private key in it");
        }
        return new KeyMaterial(key, List.copyOf(certificates));
    }

    private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static PrivateKey decrypted(byte[] der, Optional<Secret> password) throws GeneralSecurityException {
        char[] typed = password.map(Secret::chars).orElse(new char[0]);
        PBEKeySpec spec = new PBEKeySpec(typed);
        try {
            EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(der);
            // for PBES2 the parameters name the scheme, the plain name does not
            String scheme = sealed.getAlgName().equals("PBES2")
                    ? sealed.getAlgParameters().toString()
                    : sealed.getAlgName();
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(sealed.getKeySpec(
                            SecretKeyFactory.getInstance(scheme).generateSecret(spec)));
        } catch (IOException e) {
            throw new GeneralSecurityException("the encrypted key is damaged", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(typed, '\0');
        }
    }

    /** PKCS#1 in PKCS#8. */
    private static byte[] wrapped(byte[] pkcs1) {
        byte[] octets = tagged(4, pkcs1);
        byte[] inside = Arrays.copyOf(VERSION_AND_RSA, VERSION_AND_RSA.length + octets.length);
        System.arraycopy(octets, 0, inside, VERSION_AND_RSA.length, octets.length);
        return tagged(0x30, inside);
    }

    /** DER with a length of two bytes, which RSA keys of 1024 to 16384 bits need. */
    private static byte[] tagged(int tag, byte[] content) {
        byte[] whole = new byte[content.length + 4];
        whole[0] = (byte) tag;
        whole[1] = (byte) 0x82;
        whole[2] = (byte) (content.length >> 8);
        whole[3] = (byte) content.length;
        System.arraycopy(content, 0, whole, 4, content.length);
        return whole;
    }

    private static KeyMaterial pkcs12(byte[] bytes, Optional<Secret> password) throws GeneralSecurityException {
        char[] typed = password.map(Secret::chars).orElse(new char[0]);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), typed);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, typed) instanceof PrivateKey key) {
                    List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList();
                    return new KeyMaterial(key, chain);
                }
            }
            throw new GeneralSecurityException("no private key in it");
        } catch (IOException e) {
            throw new GeneralSecurityException("neither PEM nor PKCS#12, or the password is another", e);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
