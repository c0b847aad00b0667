package org.mailwain.foldermap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureTexts.Text;

class FolderMapFailureTest {
    @Test
    void hasATextForEachCodeAndNoOther() {
        ResourceBundle texts = ResourceBundle.getBundle("org.mailwain.foldermap.messages");
        for (FolderMapFailure code : FolderMapFailure.values()) {
            Text text = new FolderMapFailureTexts()
                    .text(code.with("first", "second"), Locale.ENGLISH)
                    .orElseThrow();
            assertThat(text.sentence()).contains("first").doesNotContain("{");
        }
        assertThat(texts.keySet())
                .allMatch(key -> Arrays.stream(FolderMapFailure.values())
                        .anyMatch(code -> key.equals(code.code()) || key.equals(code.code() + ".todo")));
    }
}
