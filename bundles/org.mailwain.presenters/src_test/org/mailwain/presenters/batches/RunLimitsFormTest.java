package org.mailwain.presenters.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailwain.operations.run.LimitKey;

class RunLimitsFormTest {
    private static final Map<LimitKey, Long> LIMITS =
            Map.of(LimitKey.MAILBOXES, 10L, LimitKey.SOURCE_CONNECTIONS, 20L, LimitKey.TARGET_CONNECTIONS, 40L);

    private final RunLimitsForm form = new RunLimitsForm();

    @Test
    void nothingIsAskedBeforeTheRunHasSpoken() {
        form.type(LimitKey.MAILBOXES, "5");
        assertThat(form.text(LimitKey.MAILBOXES)).isEmpty();
        assertThat(form.change()).isEmpty();
    }

    @Test
    void onlyWhatIsAnotherValueIsChanged() {
        form.show(LIMITS);
        form.type(LimitKey.MAILBOXES, "10");
        assertThat(form.change()).isEmpty();
        form.type(LimitKey.TARGET_CONNECTIONS, " 8 ");
        assertThat(form.change().orElseThrow().values()).isEqualTo(Map.of(LimitKey.TARGET_CONNECTIONS, 8L));
    }

    @Test
    void whatNoLimitMayBeIsNamedAndChangesNothing() {
        form.show(LIMITS);
        form.type(LimitKey.MAILBOXES, "0");
        form.type(LimitKey.SOURCE_CONNECTIONS, "7");
        assertThat(form.wrong()).contains(LimitKey.MAILBOXES);
        assertThat(form.change()).isEmpty();
        form.type(LimitKey.MAILBOXES, "many");
        assertThat(form.wrong()).contains(LimitKey.MAILBOXES);
    }

    @Test
    void anotherRunIsAskedAnew() {
        RunLimitsForm form = new RunLimitsForm();
        form.show(Map.of(LimitKey.MAILBOXES, 4L));
        form.type(LimitKey.MAILBOXES, "8");
        assertThat(form.isKnown()).isTrue();
        form.forget();
        assertThat(form.isKnown()).isFalse();
        assertThat(form.text(LimitKey.MAILBOXES)).isEmpty();
        assertThat(form.change()).isEmpty();
    }
}
