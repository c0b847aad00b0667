package org.mailwain.presenters.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextEditingTest {
    @Test
    void undoneItIsTheFileAgainByteForByte() throws IOException {
        byte[] bytes = "\uFEFFName\r\nzo\u00EB\n".getBytes(StandardCharsets.UTF_8);
        TextEditing editing = new TextEditing(bytes);
        editing.replace("Name\r\nzoe\n");
        assertThat(editing.isDirty()).isTrue();
        editing.undo();
        assertThat(editing.isDirty()).isFalse();
        assertThat(editing.bytes()).isEqualTo(bytes);
        editing.redo();
        assertThat(editing.text()).isEqualTo("Name\r\nzoe\n");
    }

    @Test
    void bytesThatAreNoUtf8AreKept() throws IOException {
        byte[] bytes = {(byte) 0xE9, 'a', '\n'};
        TextEditing editing = new TextEditing(bytes);
        editing.replace("\u00E9b\n");
        assertThat(editing.bytes()).containsExactly(0xE9, 'b', '\n');
    }
}
