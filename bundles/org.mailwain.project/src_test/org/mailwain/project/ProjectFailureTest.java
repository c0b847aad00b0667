package org.mailwain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureTexts;

class ProjectFailureTest {
    private final ProjectFailureTexts texts = new ProjectFailureTexts();

    @Test
    void everyCodeHasAText() {
        for (ProjectFailure code : ProjectFailure.values()) {
            FailureTexts.Text text =
                    texts.text(code.with("a", "b", "c"), Locale.ENGLISH).orElseThrow();
            assertThat(text.sentence()).isNotBlank().doesNotContain("{").doesNotContain("''");
            assertThat(text.advice()).doesNotContain("{").doesNotContain("''");
        }
    }

    @Test
    void everyTextHasACode() {
        ResourceBundle bundle = ResourceBundle.getBundle("org.mailwain.project.messages", Locale.ROOT);
        for (String key : bundle.keySet()) {
            String code = key.replaceFirst("\\.todo$", "");
            assertThat(ProjectFailure.values()).anyMatch(c -> c.code().equals(code));
        }
    }
}
