package org.mailwain.mail.internal.wire;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailwain.mail.MailFailure;

/** Decides as another trust manager does, and says why it said no: out of date, unknown issuer, or another name. */
final class Explaining extends X509ExtendedTrustManager {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final X509ExtendedTrustManager judge;

    Explaining(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            throw explained(chain, type, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, type, engine);
        } catch (CertificateException e) {
            throw explained(chain, type, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkServerTrusted(chain, type);
    }

    private CertificateException explained(X509Certificate[] chain, String type, CertificateException original)
            throws CertificateException {
        for (X509Certificate certificate : chain) {
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException | CertificateNotYetValidException e) {
                return new Distrusted(
                        MailFailure.TLS_EXPIRED,
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant(),
                        Distrusted.fingerprint(chain[0]));
            }
        }
        try {
            judge.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            Distrusted distrusted = new Distrusted(
                    MailFailure.TLS_UNTRUSTED,
                    chain[0].getIssuerX500Principal().getName(),
                    Distrusted.fingerprint(chain[0]),
                    String.join(", ", names(chain[0])),
                    chain[0].getNotAfter().toInstant());
            distrusted.initCause(original);
            return distrusted;
        }
        return new Distrusted(
                MailFailure.TLS_OTHER_NAME, String.join(", ", names(chain[0])), Distrusted.fingerprint(chain[0]));
    }

    private static Collection<String> names(X509Certificate certificate) throws CertificateException {
        Collection<String> names = new TreeSet<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives == null) {
            names.add(certificate.getSubjectX500Principal().getName());
            return names;
        }
        for (List<?> alternative : alternatives) {
            if (alternative.get(0) instanceof Integer kind && (kind == DNS_NAME || kind == IP_ADDRESS)) {
                names.add(String.valueOf(alternative.get(1)));
            }
        }
        return names;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
