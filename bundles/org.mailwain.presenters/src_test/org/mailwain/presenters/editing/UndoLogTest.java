package org.mailwain.presenters.editing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailwain.presenters.editing.UndoLog.Change;

class UndoLogTest {
    private final UndoLog log = new UndoLog();
    private final StringBuilder text = new StringBuilder();

    @Test
    void aTypedWordIsOneChange() {
        type(0, "ab");
        type(2, " cd");
        apply(log.undo());
        assertThat(text).hasToString("ab");
        apply(log.undo());
        assertThat(text).isEmpty();
        assertThat(log.undo()).isNull();
        apply(log.redo());
        apply(log.redo());
        assertThat(text).hasToString("ab cd");
        assertThat(log.redo()).isNull();
    }

    @Test
    void aChangeAfterAnUndoForgetsWhatWasTakenBack() {
        type(0, "ab");
        apply(log.undo());
        type(0, "c");
        assertThat(log.redo()).isNull();
        assertThat(text).hasToString("c");
    }

    @Test
    void aReplacementComesBackWhole() {
        type(0, "abc");
        change(new Change(1, "b", "xyz"));
        assertThat(text).hasToString("axyzc");
        apply(log.undo());
        assertThat(text).hasToString("abc");
    }

    @Test
    void aPauseEndsAWord() {
        type(0, "ab");
        log.pause();
        type(2, "cd");
        apply(log.undo());
        assertThat(text).hasToString("ab");
    }

    private void type(int start, String typed) {
        for (int i = 0; i < typed.length(); i++) {
            change(new Change(start + i, "", typed.substring(i, i + 1)));
        }
    }

    private void change(Change change) {
        apply(change);
        log.add(change);
    }

    private void apply(Change change) {
        text.replace(change.start(), change.start() + change.removed().length(), change.inserted());
    }
}
