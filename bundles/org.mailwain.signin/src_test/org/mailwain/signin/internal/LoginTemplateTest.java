package org.mailwain.signin.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.signin.SignInFailure;
import org.mailwain.signin.SignInFailureTexts;

class LoginTemplateTest {
    private static Failure failure(String template) {
        return Rows.failure(new TemplateForm(), Rows.row("a@b.example", "u", null), "boss", template);
    }

    @ParameterizedTest
    @CsvSource({
        "{user}*{amdin},TEMPLATE_NAME,9",
        "{user}*{admin,TEMPLATE_OPEN,8",
        "ab}c,TEMPLATE_CLOSE,3",
        "{user}}{admin},TEMPLATE_CLOSE,7",
        "{},TEMPLATE_NAME,2"
    })
    void faultsAreSaidWithTheirPlace(String template, SignInFailure code, int column) {
        Failure failure = failure(template);
        assertThat(failure.is(code)).as(failure.code()).isTrue();
        assertThat(failure.arguments().get(1)).isEqualTo(new Argument.Count(column));
    }

    @Test
    void theAdministratorIsNoNameWhereThereIsNone() {
        Failure failure = Rows.failure(new UserTemplateForm(), Rows.row("a@b.example", "u", null), null, "{admin}");
        assertThat(failure.is(SignInFailure.TEMPLATE_NAME)).isTrue();
    }

    @Test
    void everyCodeHasASentenceThatShowsItsArguments() {
        SignInFailureTexts texts = new SignInFailureTexts();
        for (SignInFailure code : SignInFailure.values()) {
            var text = texts.text(code.with("first", 2, "third", "fourth"), Locale.ENGLISH)
                    .orElseThrow();
            assertThat(text.sentence())
                    .as(code.code())
                    .contains("first")
                    .doesNotContain("'{")
                    .doesNotContain("''");
            assertThat(text.advice()).as(code.code()).isNotEmpty().doesNotContain("''");
        }
    }
}
