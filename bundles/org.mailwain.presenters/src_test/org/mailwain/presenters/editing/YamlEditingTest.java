package org.mailwain.presenters.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

class YamlEditingTest {
    private static final YamlPath HOST = YamlPath.of("host");

    private final YamlEditing editing = opened("# where mail is\nkind: imap\nhost: old.example.org # theirs\n");
    private int told;

    @Test
    void aFieldChangesNothingButItsValue() throws FailureException {
        editing.onChange(() -> told++);
        editing.set(HOST, YamlValue.text("new.example.org"));
        assertThat(editing.text()).isEqualTo("# where mail is\nkind: imap\nhost: new.example.org # theirs\n");
        assertThat(editing.value(HOST)).contains("new.example.org");
        assertThat(editing.isDirty()).isTrue();
        assertThat(told).isEqualTo(1);
    }

    @Test
    void typingIntoAFieldIsOneStepOfUndo() throws FailureException {
        String before = editing.text();
        for (String typed : new String[] {"n", "ne", "new"}) {
            editing.set(HOST, YamlValue.text(typed));
        }
        editing.undo();
        assertThat(editing.text()).isEqualTo(before);
        assertThat(editing.isDirty()).isFalse();
        editing.redo();
        assertThat(editing.value(HOST)).contains("new");
        editing.pause();
        editing.set(HOST, YamlValue.text("newer"));
        editing.undo();
        assertThat(editing.value(HOST)).contains("new");
    }

    @Test
    void aValueThatIsThereAlreadyIsNoChange() throws FailureException {
        editing.onChange(() -> told++);
        editing.set(HOST, YamlValue.text("old.example.org"));
        assertThat(told).isZero();
        assertThat(editing.canUndo()).isFalse();
    }

    @Test
    void theFormWaitsWhileTheTextIsBroken() {
        editing.replaceText("kind: [imap\n");
        assertThat(editing.isEditable()).isFalse();
        assertThatThrownBy(() -> editing.set(HOST, YamlValue.text("x"))).isInstanceOf(FailureException.class);
        assertThat(editing.text()).isEqualTo("kind: [imap\n");
    }

    @Test
    void whatAnotherProgramWroteCanBeUndone() {
        String before = editing.text();
        editing.outside("kind: pop\n".getBytes(StandardCharsets.UTF_8));
        assertThat(editing.text()).isEqualTo("kind: pop\n");
        assertThat(editing.isDirty()).isFalse();
        editing.undo();
        assertThat(editing.text()).isEqualTo(before);
        assertThat(editing.isDirty()).isTrue();
    }

    private static YamlEditing opened(String text) {
        return new YamlEditing("a.endpoint.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
