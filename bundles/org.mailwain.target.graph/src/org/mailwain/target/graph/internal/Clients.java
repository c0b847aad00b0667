package org.mailwain.target.graph.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.tenant.Tenant;
import org.mailwain.target.graph.GraphFailure;
import org.mailwain.target.graph.GraphSettings;

/** Opens sessions; what they share in this process is here. Thread-safe. */
public final class Clients {
    private static final int IDLE = 200;

    private final Map<GraphSettings, OkHttpClient> clients = new ConcurrentHashMap<>();
    private final Map<String, MailboxShare> shares = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("graph-", 0).factory());

    /** @throws FailureException where the mailbox does not answer */
    public GraphWriter open(GraphSettings settings, Login login, SessionContext context) throws FailureException {
        context.cancel().check();
        MailboxShare share = shares.computeIfAbsent(
                settings.address() + " " + login.mailbox().toLowerCase(Locale.ROOT), key -> new MailboxShare(settings));
        GraphWriter writer = new GraphWriter(settings, login, context, share, client(settings), threads);
        try {
            writer.open();
            return writer;
        } catch (FailureException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** The directory of the tenant. */
    public Tenant tenant(GraphSettings settings, SignIn.CredentialSource credential, Cancel cancel)
            throws FailureException {
        cancel.check();
        return new GraphTenant(settings, credential, cancel, client(settings));
    }

    /** One connection pool for an endpoint. Nothing is ever repeated or redirected by the client itself. */
    private OkHttpClient client(GraphSettings settings) throws FailureException {
        OkHttpClient known = clients.get(settings);
        if (known != null) {
            return known;
        }
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .callTimeout(settings.timeout().multipliedBy(5))
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE, 1, TimeUnit.MINUTES));
        if (settings.caFile().isPresent()) {
            trust(builder, settings.caFile().get());
        }
        OkHttpClient made = builder.build();
        OkHttpClient before = clients.putIfAbsent(settings, made);
        return before == null ? made : before;
    }

    private static void trust(OkHttpClient.Builder builder, Path file) throws FailureException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
            if (number == 0) {
                throw GraphFailure.CA_FILE.raise(file, "");
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    builder.sslSocketFactory(context.getSocketFactory(), x509);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new FailureException(GraphFailure.CA_FILE.with(file, e.toString()), e);
        }
    }
}
