package org.mailwain.credentials.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.signin.MicrosoftCloud;
import org.mailwain.api.signin.MicrosoftProof;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.GraphSimulator;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.User;

/** Every way of signing in gives tokens that Graph takes, and that open nothing else. */
@Timeout(60)
class GraphTokensTest {
    private static final String ANNA = "anna@contoso.example";
    private static final String GRAPH = "https://graph.microsoft.com";
    private static final Pattern INPUT = Pattern.compile("<input name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");

    @TempDir
    private Path folder;

    private GraphSimulator simulator;
    private Application application;
    private TestKeys keys;
    private User anna;
    private Path ca;

    @BeforeEach
    void start() throws Exception {
        simulator = GraphSimulator.start(SimulatorOptions.DEFAULT);
        simulator.tenant().domain("contoso.example", true);
        anna = simulator.tenant().user(ANNA, "Anna");
        keys = TestKeys.make(folder);
        application = simulator
                .tenant()
                .register(new Application(
                        UUID.randomUUID(),
                        "s3cret-value",
                        List.of(keys.certificate()),
                        Set.of("Mail.ReadWrite"),
                        Set.of(),
                        Set.of("Mail.ReadWrite")));
        ca = folder.resolve("ca.pem");
        simulator.authority().writePem(ca);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private SignIn.CredentialSource source(MicrosoftProof proof, Asks asks) throws FailureException {
        SignInMethod.Microsoft settings = new SignInMethod.Microsoft(
                MicrosoftCloud.GLOBAL,
                "contoso.example",
                application.id().toString(),
                proof,
                Optional.empty(),
                Optional.of(simulator.base()),
                Optional.of(ca));
        TokenRequest request = new TokenRequest(settings, TokenRequest.Purpose.GRAPH);
        return new OAuthTokens(new MemoryStore(), asks, new MovedClock()).source(request, ANNA, Cancel.NEVER);
    }

    private void assertOpensGraphAlone(Secret token) {
        String text = new String(token.chars());
        assertThat(simulator.accepts(ANNA, text, GRAPH)).isTrue();
        assertThat(simulator.accepts(ANNA, text, "https://outlook.office365.com"))
                .isFalse();
    }

    @Test
    void anApplicationByItsSecretOrItsCertificate() throws Exception {
        Optional<Secret> none = Optional.empty();
        Path pem = Files.writeString(folder.resolve("app.pem"), keys.pem());
        for (MicrosoftProof proof : List.of(
                new MicrosoftProof.ClientSecret(Secret.of("s3cret-value")),
                new MicrosoftProof.Certificate(Optional.of(pem), none, none, false),
                new MicrosoftProof.Certificate(
                        Optional.of(keys.pkcs12()), none, Optional.of(Secret.of(keys.password())), true))) {
            assertOpensGraphAlone(source(proof, Asks.NOBODY).current());
        }
    }

    @Test
    void aPersonByADeviceCode() throws FailureException {
        Asks person = new Notices(notice -> simulator.approve(notice.detail().split(" ")[1], anna));
        assertOpensGraphAlone(source(new MicrosoftProof.DeviceCode(), person).current());
    }

    @Test
    void aPersonInABrowserWhoseTokenIsRenewedWithoutHim() throws FailureException {
        simulator.atTheBrowser(anna);
        int[] pages = {0};
        Asks person = new Notices(notice -> {
            pages[0]++;
            visit(URI.create(notice.detail()));
        });
        SignIn.CredentialSource source = source(new MicrosoftProof.Browser(), person);
        Secret token = source.current();
        assertOpensGraphAlone(token);
        simulator.revokeTokens();
        assertOpensGraphAlone(source.renewed(token));
        assertThat(pages[0]).isEqualTo(1);
    }

    /** What a browser does: opens the page, and goes where it leads. */
    private void visit(URI page) {
        Thread.ofVirtual().start(() -> {
            try (HttpClient client = HttpClient.newBuilder()
                    .sslContext(trusting())
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build()) {
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
                Matcher action = ACTION.matcher(answer.body());
                if (action.find() && answer.body().contains("<form")) {
                    StringBuilder form = new StringBuilder();
                    Matcher input = INPUT.matcher(answer.body());
                    while (input.find()) {
                        form.append(form.isEmpty() ? "" : "&")
                                .append(input.group(1))
                                .append('=')
                                .append(input.group(2));
                    }
                    client.send(
                            HttpRequest.newBuilder(URI.create(action.group(1)))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(ca)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
