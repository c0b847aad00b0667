package org.mailwain.mail.internal.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailwain.api.provider.NameRules;

class MakeTest {
    @Test
    void exchangeKeepsANameToItselfAndTellsNoCaseApart() {
        NameRules names =
                Make.of("The Microsoft Exchange IMAP4 service is ready.").names('/');
        assertThat(names.reserved()).contains("files");
        assertThat(names.caseless()).isTrue();
        assertThat(names.trims()).isTrue();
        assertThat(names.forbidden()).isEqualTo("/");
    }

    @Test
    void gmailTakesNoCaretAndOneBlankAtATime() {
        NameRules names =
                Make.of("Gimap ready for requests from 192.0.2.1 x7mb12").names('/');
        assertThat(names.forbidden()).contains("^").contains("/");
        assertThat(names.squeezes()).isTrue();
        assertThat(names.caseless()).isTrue();
    }

    @Test
    void nothingIsKnownOfOthers() {
        NameRules names = Make.of("IMAP4rev1 ready").names('.');
        assertThat(names.caseless()).isFalse();
        assertThat(names.reserved()).containsExactlyInAnyOrder(".", "..");
        assertThat(names.forbidden()).isEqualTo(".");
    }
}
