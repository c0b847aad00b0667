package org.mailwain.mail.internal.pop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.mail.ModifiedUtf7;
import org.mailwain.mail.support.Broken;

/** What strangers wrote into headers and folder names never throws, and gives nothing that cannot be. */
@Timeout(60)
class StrangersTextFuzzTest {
    private static final int TIMES = 5_000;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String HEADER =
            "Received: from a (b [1.2.3.4])\r\n\tby c; Tue, 3 Feb 2015 10:11:12 +0100 (CET)\r\n"
                    + "Received: x; never\r\nDate: 4 Mar 15 05:06:07 EST\r\nMessage-ID: <1@x>\r\n"
                    + "From: =?utf-8?q?a?= <a@x>\r\nTo: b@x\r\nSubject: s\r\n t\r\n\r\nbody";

    @Test
    void datesOfBrokenHeadersAreBelievableOrNone() {
        PopDates dates = new PopDates(Clock.fixed(NOW, ZoneOffset.UTC));
        Random random = new Random(1);
        for (int i = 0; i < TIMES; i++) {
            Instant received = dates.received(Broken.bytes(HEADER, random));
            if (received != null) {
                assertThat(received).isBetween(Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
            }
        }
    }

    @Test
    void brokenHeadersHaveAnIdentity() {
        Random random = new Random(2);
        for (int i = 0; i < TIMES; i++) {
            byte[] header = Broken.bytes(HEADER, random);
            HeaderIdentity identity = HeaderIdentity.of(header, header.length);
            assertThat(identity.strength()).isBetween(0, HeaderIdentity.FIELDS.size());
            assertThat(identity.fingerprint())
                    .isEqualTo(HeaderIdentity.of(header, header.length).fingerprint());
        }
    }

    @Test
    void brokenFolderNamesAreReadAndWrittenAlike() {
        Random random = new Random(3);
        for (int i = 0; i < TIMES; i++) {
            String name = ModifiedUtf7.decode(Broken.text("Entw&APw-rfe&-R&D&ZeVnLIqe-", random));
            assertThat(ModifiedUtf7.decode(ModifiedUtf7.encode(name))).isEqualTo(name);
        }
    }

    @Test
    void noBytesAreTooFew() {
        PopDates dates = new PopDates(Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(dates.received(new byte[0])).isNull();
        assertThat(dates.received("\r\n:\r\n;".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
    }
}
