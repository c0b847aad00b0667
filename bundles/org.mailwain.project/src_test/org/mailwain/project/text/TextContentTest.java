package org.mailwain.project.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextContentTest {
    @Test
    void anyBytesComeBackTheSame() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            assertThat(TextContent.decode(bytes).encode()).isEqualTo(bytes);
        }
    }

    @Test
    void keepsMarkLineEndsAndAMissingLastLineEnd() throws Exception {
        for (String text : new String[] {"\uFEFFa: 1\r\n# ü\r\nb: 2", "\uFEFF", "a\rb\r", "", "\n\n"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            TextContent content = TextContent.decode(bytes);
            assertThat(content.encode()).isEqualTo(bytes);
            assertThat(content.text()).doesNotContain("\uFEFF");
        }
    }

    @Test
    void tellsTheLineEndOfMostLines() {
        assertThat(text("a\r\nb\r\nc\n").lineEnd()).isEqualTo("\r\n");
        assertThat(text("a\nb\r\nc\n").lineEnd()).isEqualTo("\n");
        assertThat(text("a\rb\r").lineEnd()).isEqualTo("\r");
        assertThat(text("").lineEnd()).isEqualTo("\n");
    }

    @Test
    void refusesAnEncodingThatLosesBytes() {
        byte[] bytes = {'a', (byte) 0x81, 'b'};
        assertThat(TextContent.decode(bytes, new Encoding(Charset.forName("windows-1252"), false)))
                .isEmpty();
    }

    @Test
    void findsTheCharacterThatCannotBeWritten() {
        TextContent content = new TextContent("aä😀b", new Encoding(StandardCharsets.ISO_8859_1, false));
        assertThat(content.firstUnencodable()).isEqualTo(2);
        assertThat(content.withText("aä").firstUnencodable()).isEqualTo(-1);
    }

    @Test
    void findsPlacesBothWays() {
        LineMap map = new LineMap("ab\r\nc\rd\n\nlast");
        assertThat(map.lines()).isEqualTo(5);
        assertThat(map.line(4)).isEqualTo(2);
        assertThat(map.column(4)).isEqualTo(1);
        assertThat(map.line(6)).isEqualTo(3);
        assertThat(map.line(8)).isEqualTo(4);
        assertThat(map.offset(5, 3)).isEqualTo(11);
        assertThat(map.offset(99, 1)).isEqualTo(13);
    }

    @Test
    void trimsAnEditToWhatChanges() {
        String text = "connections: 55";
        TextEdit edit = TextEdit.replace(0, 15, "connections: 65").trimmed(text);
        assertThat(edit).isEqualTo(TextEdit.replace(13, 14, "6"));
        assertThat(edit.apply(text)).isEqualTo("connections: 65");
    }

    private static TextContent text(String text) {
        return new TextContent(text, Encoding.UTF_8);
    }
}
