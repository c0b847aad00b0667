package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.tck.memory.MemoryBodies;

/** Everything that {@link org.mailwain.api.provider.EndpointProvider} promises. */
public interface ProviderContract {
    /** How long a refusal may take. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** The fixture of this test: made before it, the same throughout. */
    ProviderFixture fixture();

    @AfterEach
    default void giveTheFixtureBack() throws Exception {
        fixture().close();
    }

    /** Records a probe. */
    final class Probe implements ProbeSink {
        private final List<Step> passed = new ArrayList<>();
        private Step failedAt;
        private Failure failure;

        @Override
        public void passed(Step step, List<Argument> findings) {
            assertThat(failedAt).as("step that failed before %s", step).isNull();
            assertThat(findings.toString()).doesNotContain(ProviderFixture.WRONG_PASSWORD);
            if (!passed.isEmpty()) {
                assertThat(step).as("order of the steps").isGreaterThan(passed.getLast());
            }
            passed.add(step);
        }

        @Override
        public void failed(Step step, Failure why) {
            assertThat(failedAt).as("step that failed before %s", step).isNull();
            assertThat(passed).doesNotContain(step);
            Sessions.check(why);
            failedAt = step;
            failure = why;
        }
    }

    private MailboxReader open(Endpoint endpoint, Login login) throws Exception {
        return open(endpoint, login, new CancelSource());
    }

    private MailboxReader open(Endpoint endpoint, Login login, CancelSource cancel) throws Exception {
        var context = Sessions.context(cancel, new MemoryBodies());
        return switch (fixture().provider()) {
            case SourceProvider source -> source.open(endpoint, login, context);
            case TargetProvider target -> target.open(endpoint, login, context);
            default -> throw new AssertionError("neither source nor target");
        };
    }

    private Probe probe(Endpoint endpoint, Login login) throws Exception {
        return Sessions.within(PATIENCE, () -> {
            Probe probe = new Probe();
            fixture().provider().probe(endpoint, login, Sessions.context(), probe);
            return probe;
        });
    }

    @Test
    default void theKindIsAWordAndTheSettingsHaveASchema() {
        assertThat(fixture().provider().kind()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        Class<? extends Record> settings = fixture().provider().settings();
        assertThat(settings).isPublic();
        assertThat(SettingsSchema.of(settings).settings())
                .hasSizeGreaterThanOrEqualTo(settings.getRecordComponents().length);
        assertThat(fixture().endpoint().settings()).isInstanceOf(settings);
    }

    @Test
    default void theAddressSaysWhereAndNothingElse() {
        String address = fixture().provider().address(fixture().endpoint());
        assertThat(address)
                .isNotBlank()
                .isEqualTo(fixture().provider().address(fixture().endpoint()));
        assertThat(address)
                .doesNotContain("\n")
                .doesNotContain(fixture().login().mailbox());
    }

    @Test
    default void theMailboxOpens() throws Exception {
        try (MailboxReader session = open(fixture().endpoint(), fixture().login())) {
            assertThat(session.folders()).anySatisfy(f -> assertThat(f.path()).isEqualTo(FolderPath.INBOX));
        }
    }

    @Test
    default void aProbeGoesThroughToTheFolders() throws Exception {
        Probe probe = probe(fixture().endpoint(), fixture().login());
        assertThat(probe.failure).isNull();
        assertThat(probe.passed).endsWith(ProbeSink.Step.SIGN_IN, ProbeSink.Step.FOLDERS);
    }

    @Test
    default void aProbeWithoutALoginEndsBeforeSigningIn() throws Exception {
        Probe probe = probe(fixture().endpoint(), null);
        assertThat(probe.failure).isNull();
        assertThat(probe.passed).isNotEmpty().allMatch(step -> step.compareTo(ProbeSink.Step.SIGN_IN) < 0);
    }

    @Test
    default void aWrongPasswordFailsForThisMailboxAndIsNotShown() throws Exception {
        MailboxContract.needs(fixture().wrongLogin().isPresent(), "refuse a login");
        Login wrong = fixture().wrongLogin().orElseThrow();
        Probe probe = probe(fixture().endpoint(), wrong);
        assertThat(probe.failedAt).isEqualTo(ProbeSink.Step.SIGN_IN);
        assertThat(probe.failure.scope()).isEqualTo(Scope.MAILBOX);
        Failure failure = Sessions.failure(
                PATIENCE, () -> open(fixture().endpoint(), wrong).close());
        assertThat(failure.scope()).isEqualTo(Scope.MAILBOX);
        assertThat(failure.retryable())
                .as("a wrong password may be tried again")
                .isFalse();
        assertThat(failure.code()).isEqualTo(probe.failure.code());
        assertThat(wrong.toString() + fixture().endpoint()).doesNotContain(ProviderFixture.WRONG_PASSWORD);
    }

    @Test
    default void anEndpointThatDoesNotAnswerFailsForAllMailboxes() throws Exception {
        MailboxContract.needs(fixture().dead().isPresent(), "be out of reach");
        Endpoint dead = fixture().dead().orElseThrow();
        Probe probe = probe(dead, fixture().login());
        assertThat(probe.failedAt).isIn(ProbeSink.Step.RESOLVE, ProbeSink.Step.CONNECT);
        assertThat(probe.failure.scope()).isEqualTo(Scope.ENDPOINT);
        Failure failure =
                Sessions.failure(PATIENCE, () -> open(dead, fixture().login()).close());
        assertThat(failure.scope()).isEqualTo(Scope.ENDPOINT);
        assertThat(failure.code()).isEqualTo(probe.failure.code());
    }

    @Test
    default void aCancelledContextOpensNothing() throws Exception {
        CancelSource cancel = new CancelSource();
        cancel.request();
        assertThatThrownBy(() ->
                        open(fixture().endpoint(), fixture().login(), cancel).close())
                .isInstanceOf(CancelledException.class);
    }
}
