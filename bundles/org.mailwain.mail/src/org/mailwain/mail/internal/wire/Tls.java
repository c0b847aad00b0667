package org.mailwain.mail.internal.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Trust;

/** TLS as one trust has it, for any number of connections. Thread-safe. */
public final class Tls {
    private final SSLContext context;
    private final boolean checksName;

    private Tls(SSLContext context, boolean checksName) {
        this.context = context;
        this.checksName = checksName;
    }

    public static Tls of(Trust trust) throws FailureException {
        try {
            X509ExtendedTrustManager manager = switch (trust) {
                case Trust.System system -> new Explaining(authorities(null));
                case Trust.CaFile file -> new Explaining(authorities(certificates(file.file())));
                case Trust.Fingerprint pin -> new Pinned(pin.sha256());
            };
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return new Tls(context, !(trust instanceof Trust.Fingerprint));
        } catch (GeneralSecurityException | IOException e) {
            throw new FailureException(MailFailure.TLS_FAILED.with("", e.toString()), e);
        }
    }

    private static X509ExtendedTrustManager authorities(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException(factory.getAlgorithm());
    }

    private static KeyStore certificates(Path file) throws GeneralSecurityException, IOException, FailureException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
            if (number == 0) {
                throw MailFailure.TLS_CA_FILE.raise(file, "");
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new FailureException(MailFailure.TLS_CA_FILE.with(file, e.toString()), e);
        }
        return store;
    }

    /** Does the handshake on a connected socket; the address is whom the certificate has to name. */
    SSLSocket over(Socket plain, Address address) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, address.host(), address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        if (checksName) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** SHA-256 of a certificate, as a {@link Trust.Fingerprint} names it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return Distrusted.fingerprint(certificate);
        } catch (CertificateEncodingException e) {
            return "";
        }
    }

    /** Why a handshake failed. */
    Failure reason(IOException failed, Address address) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Distrusted distrusted) {
                return distrusted.failure(address);
            }
        }
        return MailFailure.TLS_FAILED.with(address, failed.getMessage());
    }
}
