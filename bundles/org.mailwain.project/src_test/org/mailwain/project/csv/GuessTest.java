package org.mailwain.project.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.project.text.TextContent;

class GuessTest {
    private static final String GERMAN = "Login;Kennwort;Vorname;Nachname\r\n"
            + "müller;geheim;Jörg;Müller\r\n"
            + "groß;x,y;Änne;Groß\r\n"
            + "weiß;a,b,c;Uwe;Weiß\r\n";
    private static final String FRENCH = "login,prénom,nom\nfrancois,François,Lefèvre\nanais,Anaïs,Hélène-Béranger\n";
    private static final String RUSSIAN =
            "логин;имя;фамилия\nivan;Иван;Петров\nolga;Ольга;Смирнова\nana;АННА;Кузнецова\n";
    private static final String NORDIC = "login;navn\nole;Ole Østergård\nåse;Åse Bjørnsen\nsören;Sören Ångström\n";

    @Test
    void findsTheDelimiter() {
        assertThat(CsvGuess.format(GERMAN)).isEqualTo(new CsvFormat(';', '"'));
        assertThat(CsvGuess.format(FRENCH)).isEqualTo(CsvFormat.STANDARD);
        assertThat(CsvGuess.format("a\tb\tc\n1\t2,5\t3\n")).isEqualTo(new CsvFormat('\t', '"'));
        assertThat(CsvGuess.format("a|b\n\"x|y,z\"|2\n")).isEqualTo(new CsvFormat('|', '"'));
        assertThat(CsvGuess.format("only\nnames\n")).isEqualTo(CsvFormat.STANDARD);
        assertThat(CsvGuess.format("")).isEqualTo(CsvFormat.STANDARD);
    }

    @Test
    void findsApostrophesAsQuotesButNotInsideNames() {
        assertThat(CsvGuess.format("'a';'b'\n'x;y';'2'\n'u';'v'\n")).isEqualTo(new CsvFormat(';', '\''));
        assertThat(CsvGuess.format("a,b\nO'Neill,D'Arcy\nx,y\n")).isEqualTo(CsvFormat.STANDARD);
    }

    @Test
    void takesExcelsWordForTheDelimiter() {
        assertThat(CsvGuess.format("sep=;\r\na;b,c\r\n")).isEqualTo(new CsvFormat(';', '"'));
    }

    @Test
    void findsTheCharset() {
        for (String text : List.of(GERMAN, FRENCH, NORDIC)) {
            for (String charset : List.of("UTF-8", "windows-1252", "IBM850", "x-MacRoman", "UTF-16LE", "UTF-16BE")) {
                assertThat(guessed(text, charset)).as(charset).isEqualTo(text);
            }
        }
        for (String charset : List.of("UTF-8", "windows-1251", "KOI8-R", "UTF-16LE")) {
            assertThat(guessed(RUSSIAN, charset)).as(charset).isEqualTo(RUSSIAN);
        }
    }

    @Test
    void bytesComeBackWhateverWasGuessed() throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        TextContent content = CharsetGuess.read(bytes);
        assertThat(content.encode()).isEqualTo(bytes);
    }

    private static String guessed(String text, String charset) {
        return CharsetGuess.read(text.getBytes(Charset.forName(charset))).text();
    }
}
