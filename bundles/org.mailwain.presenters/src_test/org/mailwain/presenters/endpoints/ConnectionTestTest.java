package org.mailwain.presenters.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.ApiFailureTexts;
import org.mailwain.api.provider.ProbeSink.Step;
import org.mailwain.operations.Sentences;
import org.mailwain.presenters.endpoints.ConnectionTest.State;

class ConnectionTestTest {
    private static final String FINGERPRINT = "AB:".repeat(31) + "CD";

    private final ConnectionTest test =
            new ConnectionTest(new Sentences(List.of(new ApiFailureTexts()), Locale.ENGLISH));

    @Test
    void stepsPassOneAfterTheOther() {
        test.begin();
        test.passed(Step.RESOLVE, List.of(Argument.of("192.0.2.1")));
        assertThat(states()).startsWith(State.PASSED, State.RUNNING, State.WAITING);
        test.passed(Step.CONNECT, List.of());
        test.passed(Step.CAPABILITIES, List.of(Argument.of("IMAP4rev1")));
        test.end();
        assertThat(states())
                .containsExactly(State.PASSED, State.PASSED, State.SKIPPED, State.PASSED, State.WAITING, State.WAITING);
        assertThat(test.isGood()).isTrue();
        assertThat(test.fingerprint()).isEmpty();
    }

    @Test
    void aRefusedCertificateCanBePinnedByItsFingerprint() {
        test.begin();
        test.passed(Step.RESOLVE, List.of());
        test.passed(Step.CONNECT, List.of());
        test.failed(Step.TLS, ApiFailure.NOBODY_TO_ASK.with(FINGERPRINT));
        test.end();
        assertThat(test.isCertificateRefused()).isTrue();
        assertThat(test.fingerprint()).contains(FINGERPRINT);
        assertThat(test.isGood()).isFalse();
    }

    @Test
    void aCancelSaysWhichStepWasNotWaitedFor() {
        test.begin();
        test.passed(Step.RESOLVE, List.of());
        test.stopped();
        assertThat(states())
                .startsWith(State.PASSED, State.STOPPED, State.WAITING)
                .doesNotContain(State.RUNNING, State.FAILED);
        assertThat(test.isRunning()).isFalse();
    }

    private List<State> states() {
        return test.lines().stream().map(ConnectionTest.Line::state).toList();
    }
}
