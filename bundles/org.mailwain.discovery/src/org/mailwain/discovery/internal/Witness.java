package org.mailwain.discovery.internal;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailwain.discovery.Attempt;

/** Trusts what another trusts, and remembers what was shown, so that a person can be told what was refused. */
final class Witness extends X509ExtendedTrustManager {
    private static final int MAX_NAMES = 50;
    private static final int DNS_NAME = 2;

    private final X509ExtendedTrustManager judge;
    private X509Certificate shown;
    private boolean refused;

    Witness(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** What this machine's Java trusts. */
    static X509ExtendedTrustManager machine() throws GeneralSecurityException {
        return Machine.TRUST;
    }

    /** Reading the machine's certificates takes longer than a connection. */
    private static final class Machine {
        static final X509ExtendedTrustManager TRUST = of(null);

        private Machine() {}
    }

    /** @param authorities null for the machine's */
    static X509ExtendedTrustManager of(KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager trust) {
                    return trust;
                }
            }
            throw new IllegalStateException("no trust manager");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no trust manager", e);
        }
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS", e);
        }
    }

    boolean hasRefused() {
        return refused;
    }

    Optional<Attempt.Certificate> certificate() {
        return Optional.ofNullable(shown).map(Witness::described);
    }

    private static Attempt.Certificate described(X509Certificate certificate) {
        return new Attempt.Certificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                digest(certificate));
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.stream()
                        .filter(name -> name.get(0).equals(DNS_NAME))
                        .limit(MAX_NAMES)
                        .forEach(name -> names.add(name.get(1).toString()));
            }
        } catch (CertificateParsingException unreadable) {
            names.add(unreadable.getMessage());
        }
        return names;
    }

    private static String digest(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (CertificateException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Judgement {
        void pass() throws CertificateException;
    }

    private void judged(X509Certificate[] chain, Judgement judgement) throws CertificateException {
        shown = chain.length == 0 ? null : chain[0];
        try {
            judgement.pass();
        } catch (CertificateException e) {
            refused = true;
            throw e;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judged(chain, () -> judge.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judged(chain, () -> judge.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judged(chain, () -> judge.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no client is served here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no client is served here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no client is served here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
