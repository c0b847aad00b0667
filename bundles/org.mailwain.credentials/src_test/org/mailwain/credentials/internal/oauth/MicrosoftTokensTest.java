package org.mailwain.credentials.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.signin.MicrosoftCloud;
import org.mailwain.api.signin.MicrosoftProof;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.credentials.TokenFailure;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.GraphSimulator;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.User;

/** Against a simulated tenant, which checks secrets, signatures of certificates, scopes and codes. */
@Timeout(60)
class MicrosoftTokensTest {
    private static final String ANNA = "anna@contoso.example";
    private static final String MAIL = "https://outlook.office365.com";
    private static final Secret PASSWORD = Secret.of("s3cret-value");

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock();
    private final MemoryStore store = new MemoryStore();
    private GraphSimulator simulator;
    private Application application;
    private User anna;
    private Path ca;

    @BeforeEach
    void start() throws IOException {
        simulator = GraphSimulator.start(SimulatorOptions.DEFAULT);
        simulator.tenant().domain("contoso.example", true);
        anna = simulator.tenant().user(ANNA, "Anna");
        application = simulator.tenant().register("s3cret-value", Set.of("Mail.ReadWrite"));
        ca = folder.resolve("ca.pem");
        simulator.authority().writePem(ca);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private SignInMethod.Microsoft settings(MicrosoftProof proof) {
        return settings("contoso.example", application.id().toString(), proof);
    }

    private SignInMethod.Microsoft settings(String tenant, String client, MicrosoftProof proof) {
        return new SignInMethod.Microsoft(
                MicrosoftCloud.GLOBAL,
                tenant,
                client,
                proof,
                Optional.empty(),
                Optional.of(simulator.base()),
                Optional.of(ca));
    }

    private SignIn.CredentialSource source(SignInMethod.Microsoft settings, Asks asks, Cancel cancel)
            throws FailureException {
        TokenRequest request = new TokenRequest(settings, TokenRequest.Purpose.IMAP);
        return new OAuthTokens(store, asks, clock).source(request, ANNA, cancel);
    }

    private SignIn.CredentialSource source(MicrosoftProof proof) throws FailureException {
        return source(settings(proof), Asks.NOBODY, Cancel.NEVER);
    }

    private boolean opens(Secret token, String audience) {
        return simulator.accepts(ANNA, new String(token.chars()), audience);
    }

    private long asked() {
        return simulator.log().stream()
                .filter(request -> request.path().endsWith("/token"))
                .count();
    }

    private static void assertFails(FailureCode code, ThrowingCallable call) {
        FailureException thrown = catchThrowableOfType(FailureException.class, call);
        assertThat(thrown).as(code.code()).isNotNull();
        assertThat(thrown.failure().code()).isEqualTo(code.code());
        assertThat(thrown.toString()).doesNotContain("s3cret");
    }

    @Test
    void anApplicationSignsInByItsSecret() throws FailureException {
        SignIn.CredentialSource source = source(new MicrosoftProof.ClientSecret(PASSWORD));
        Secret token = source.current();
        assertThat(opens(token, MAIL)).isTrue();
        assertThat(opens(token, "https://graph.microsoft.com")).isFalse();
        assertThat(source.current()).isEqualTo(token);
        assertThat(asked()).isEqualTo(1);
        assertThat(store.paths()).isEmpty();
    }

    @Test
    void anApplicationSignsInByItsCertificate() throws Exception {
        TestKeys keys = TestKeys.make(folder);
        application = simulator
                .tenant()
                .register(new Application(
                        UUID.randomUUID(),
                        "",
                        List.of(keys.certificate()),
                        Set.of("Mail.ReadWrite"),
                        Set.of(),
                        Set.of()));
        Path pem = Files.writeString(folder.resolve("app.pem"), keys.pem());
        Optional<Secret> none = Optional.empty();
        List<MicrosoftProof.Certificate> forms = List.of(
                new MicrosoftProof.Certificate(
                        Optional.of(keys.pkcs12()), none, Optional.of(Secret.of(keys.password())), false),
                new MicrosoftProof.Certificate(Optional.of(pem), none, none, true),
                new MicrosoftProof.Certificate(Optional.empty(), Optional.of(Secret.of(keys.olderPem())), none, false));
        for (MicrosoftProof.Certificate form : forms) {
            assertThat(opens(source(form).current(), MAIL)).isTrue();
        }
        assertFails(
                TokenFailure.KEY_UNUSABLE,
                () -> source(new MicrosoftProof.Certificate(
                                Optional.of(keys.pkcs12()), none, Optional.of(Secret.of("s3cret other")), false))
                        .current());
    }

    @Test
    void aCertificateOfSomebodyElseIsRefused() throws Exception {
        Path pem = Files.writeString(
                folder.resolve("app.pem"), TestKeys.make(folder).pem());
        assertFails(
                TokenFailure.CERTIFICATE_WRONG,
                () -> source(new MicrosoftProof.Certificate(
                                Optional.of(pem), Optional.empty(), Optional.empty(), false))
                        .current());
    }

    @Test
    void refusalsAreToldByTheirCause() {
        MicrosoftProof good = new MicrosoftProof.ClientSecret(PASSWORD);
        String client = application.id().toString();
        assertFails(
                TokenFailure.SECRET_WRONG,
                () -> source(new MicrosoftProof.ClientSecret(Secret.of("s3cret-wrong")))
                        .current());
        assertFails(
                TokenFailure.TENANT_UNKNOWN,
                () -> source(settings("fabrikam.example", client, good), Asks.NOBODY, Cancel.NEVER)
                        .current());
        assertFails(
                TokenFailure.APPLICATION_UNKNOWN,
                () -> source(settings("contoso.example", UUID.randomUUID().toString(), good), Asks.NOBODY, Cancel.NEVER)
                        .current());
    }

    @Test
    void aClosedCloudAndASilentServerAreTold() throws FailureException {
        MicrosoftProof good = new MicrosoftProof.ClientSecret(PASSWORD);
        SignInMethod.Microsoft usual = settings(good);
        SignInMethod.Microsoft germany = new SignInMethod.Microsoft(
                MicrosoftCloud.GERMANY,
                usual.tenant(),
                usual.clientId(),
                good,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertFails(ApiFailure.CLOUD_CLOSED, () -> source(germany, Asks.NOBODY, Cancel.NEVER));
        SignIn.CredentialSource source = source(good);
        simulator.close();
        assertFails(TokenFailure.UNREACHABLE, source::current);
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() throws FailureException {
        SignIn.CredentialSource source = source(new MicrosoftProof.ClientSecret(PASSWORD));
        Secret first = source.current();
        clock.move(Duration.ofMinutes(54));
        assertThat(source.current()).isEqualTo(first);
        clock.move(Duration.ofMinutes(2));
        assertThat(source.current()).isNotEqualTo(first);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aRefusedTokenGivesWayToOneNewOneForAll() throws FailureException {
        SignIn.CredentialSource source = source(new MicrosoftProof.ClientSecret(PASSWORD));
        Secret first = source.current();
        simulator.revokeTokens();
        Secret second = source.renewed(first);
        assertThat(opens(second, MAIL)).isTrue();
        assertThat(source.renewed(first)).isEqualTo(second);
        assertThat(source.current()).isEqualTo(second);
        assertThat(asked()).isEqualTo(2);
    }

    /** Types the code that he is shown. */
    private Asks person(List<String> shown) {
        return new Notices(notice -> {
            shown.add(notice.detail());
            simulator.approve(notice.detail().split(" ")[1], anna);
        });
    }

    @Test
    void aPersonSignsInOnceByADeviceCode() throws FailureException {
        List<String> shown = new ArrayList<>();
        SignInMethod.Microsoft settings = settings(new MicrosoftProof.DeviceCode());
        SignIn.CredentialSource source = source(settings, person(shown), Cancel.NEVER);
        Secret token = source.current();
        assertThat(opens(token, "https://outlook.office.com")).isTrue();
        assertThat(simulator.accepts("otto@contoso.example", new String(token.chars()), "https://outlook.office.com"))
                .isFalse();
        assertThat(shown).hasSize(1);
        assertThat(store.paths()).containsExactly(PersonTokens.path(settings));

        // the next run, with nobody there
        Secret other = source(settings, Asks.NOBODY, Cancel.NEVER).current();
        assertThat(opens(other, "https://outlook.office.com")).isTrue();

        // and a token that was refused
        simulator.revokeTokens();
        SignIn.CredentialSource later = source(settings, Asks.NOBODY, Cancel.NEVER);
        Secret dead = later.current();
        assertThat(opens(later.renewed(dead), "https://outlook.office.com")).isTrue();
    }

    @Test
    void withoutAPersonADeviceCodeFailsWithACode() throws FailureException {
        SignIn.CredentialSource source = source(settings(new MicrosoftProof.DeviceCode()), Asks.NOBODY, Cancel.NEVER);
        assertFails(ApiFailure.NOBODY_TO_ASK, source::current);
        SignIn.CredentialSource browser = source(settings(new MicrosoftProof.Browser()), Asks.NOBODY, Cancel.NEVER);
        assertFails(ApiFailure.NOBODY_TO_ASK, browser::current);
    }

    @Test
    void cancelEndsTheWaitForAPerson() throws Exception {
        CancelSource cancel = new CancelSource();
        CountDownLatch shown = new CountDownLatch(1);
        SignIn.CredentialSource source =
                source(settings(new MicrosoftProof.DeviceCode()), new Notices(notice -> shown.countDown()), cancel);
        Thread.ofVirtual().start(() -> {
            try {
                shown.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancel.request();
        });
        assertThat(catchThrowableOfType(CancelledException.class, source::current))
                .isNotNull();
    }
}
