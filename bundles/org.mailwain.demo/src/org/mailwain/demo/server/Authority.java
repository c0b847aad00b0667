package org.mailwain.demo.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.mailwain.demo.internal.x509.CertificateWriter;

/**
 * A certificate authority for as long as a process lives: its key is never written anywhere. The JDK can make keys and
 * signatures but no certificates, hence {@link CertificateWriter}. Immutable.
 */
public final class Authority {
    private static final String NAME = "Mailwain demo authority";
    private static final Duration LIFE = Duration.ofDays(30);

    private final KeyPair keys;
    private final X509Certificate certificate;

    private Authority(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    public static Authority create() {
        try {
            KeyPair keys = newKeys();
            Instant now = Instant.now();
            byte[] body = new CertificateWriter(NAME, keys.getPublic(), serial())
                    .authority(now.minus(Duration.ofDays(1)), now.plus(LIFE));
            return new Authority(keys, signed(body, keys.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make elliptic curve certificates", e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificate as clients take it for a trusted authority. */
    public String pem() {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public void writePem(Path file) throws IOException {
        Files.writeString(file, pem(), StandardCharsets.US_ASCII);
    }

    /** The server's side of TLS with a certificate for these host names and IPv4 addresses. */
    public SSLContext server(List<String> names) {
        return server(names, false);
    }

    SSLContext server(List<String> names, boolean expired) {
        try {
            KeyPair serverKeys = newKeys();
            Instant end = Instant.now().plus(expired ? Duration.ofDays(-1) : LIFE);
            byte[] body = new CertificateWriter(NAME, keys.getPublic(), serial())
                    .server(serverKeys.getPublic(), names, end.minus(LIFE).minus(Duration.ofDays(1)), end);
            char[] none = {};
            // only in memory: PKCS12 would spend its time on deriving a key from the empty password
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, none);
            Certificate[] chain = {signed(body, keys.getPrivate()), certificate};
            store.setKeyEntry("server", serverKeys.getPrivate(), none, chain);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot serve TLS", e);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(120, new SecureRandom()).setBit(119);
    }

    private static X509Certificate signed(byte[] body, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(body);
        byte[] encoded = CertificateWriter.certificate(body, signature.sign());
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
