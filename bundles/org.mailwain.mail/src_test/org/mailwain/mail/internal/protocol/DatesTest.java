package org.mailwain.mail.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static Instant parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Dates.parse(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "17-Jul-1996 02:44:25 -0700,1996-07-17T09:44:25Z",
        "' 1-jan-2037 00:00:00 +0545',2036-12-31T18:15:00Z",
        "29-Feb-2024 23:59:59 +0000,2024-02-29T23:59:59Z",
        "01-DEC-1969 00:00:00 +1400,1969-11-30T10:00:00Z"
    })
    void datesAreReadInAnyZone(String text, Instant moment) {
        assertThat(parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30-Feb-2024 00:00:00 +0000",
                "01-Foo-2024 00:00:00 +0000",
                "01-Jan-24 00:00:00 +0000  ",
                "01-Jan-2024 25:00:00 +0000",
                "99-99-9999 99:99:99 +9999 ",
                "Mon, 1 Jan 2024 00:00:00 Z"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-02T00:00:00Z", "1969-12-31T23:59:59Z", "2024-02-29T12:00:00Z", "9999-12-29T00:00:00Z"})
    void whatIsWrittenIsReadBack(Instant moment) {
        String quoted = Dates.format(moment);
        assertThat(quoted).hasSize(28).endsWith(" +0000\"");
        assertThat(parse(quoted.substring(1, 27))).isEqualTo(moment);
    }
}
