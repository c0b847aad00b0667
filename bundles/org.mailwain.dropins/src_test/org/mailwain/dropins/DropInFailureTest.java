package org.mailwain.dropins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureTexts.Text;

class DropInFailureTest {
    @Test
    void hasATextForEachCodeAndNoOther() {
        for (DropInFailure code : DropInFailure.values()) {
            Text text = new DropInFailureTexts()
                    .text(code.with("file.jar", "second", "third", "fourth"), Locale.ENGLISH)
                    .orElseThrow();
            assertThat(text.sentence()).contains("file.jar").doesNotContain("{");
            assertThat(text.advice()).isNotEmpty();
        }
        assertThat(ResourceBundle.getBundle("org.mailwain.dropins.messages").keySet())
                .allMatch(key -> Arrays.stream(DropInFailure.values())
                        .anyMatch(code -> key.equals(code.code()) || key.equals(code.code() + ".todo")));
    }
}
