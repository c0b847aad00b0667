package org.mailwain.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailwain.report.fixture.Samples;

class SafeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1234",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u200B=1",
                "\uFEFF=1",
                "\uFF1D1",
                "\uFF0B1",
                "\u0000=1"
            })
    void noCellBeginsAFormula(String text) {
        assertThat(Safe.cell(text)).doesNotMatch("(?s)\\s*[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20].*");
    }

    @Test
    void noFormulaBeginsBehindASemicolonEither() {
        assertThat(Safe.cell("a;=cmd|'/c calc'!A0; -1")).isEqualTo("a;'=cmd|'/c calc'!A0; '-1");
    }

    @Test
    void cellsAreOneLine() {
        assertThat(Safe.cell(Samples.LINES)).isEqualTo("first[CR][LF]Bcc: victim@example.org[TAB]and[U+2028]more");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "Gr\u00FC\u00DFe, \u6587\u5B57; 5 - 3 = 2 " + Samples.EMOJI;
        assertThat(Safe.plain(text)).isEqualTo(text);
        assertThat(Safe.cell(text)).isEqualTo(text);
    }

    @Test
    void whatTurnsTextsAroundIsShown() {
        assertThat(Safe.plain(Samples.TURNED)).isEqualTo("Invoice [U+202E]fdp.exe[U+202C] and more");
        assertThat(Safe.plain("\u2066a\u2069\u061C")).isEqualTo("[U+2066]a[U+2069][U+061C]");
    }

    @Test
    void loneSurrogatesAreReplacedAndPairsKept() {
        assertThat(Safe.wellFormed("\uD83D")).isEqualTo("\uFFFD");
        assertThat(Safe.wellFormed("a\uDE80b")).isEqualTo("a\uFFFDb");
        assertThat(Safe.wellFormed("\uD83D\uD83D\uDE80")).isEqualTo("\uFFFD\uD83D\uDE80");
        assertThat(Safe.wellFormed(null)).isEmpty();
    }

    @Test
    void fileNamesHoldNothingThatASystemMinds() {
        assertThat(Safe.fileName("Anna.Adler@Example.org")).isEqualTo("anna-adler-example-org");
        assertThat(Safe.fileName("../../etc/passwd")).isEqualTo("etc-passwd");
        assertThat(Safe.fileName("\u6587\u5B57")).isEqualTo("mailbox");
        assertThat(Safe.fileName("x".repeat(500))).hasSize(60);
        assertThat(Safe.fileName("\u0130I")).matches("[a-z0-9-]+");
    }
}
