package org.mailwain.tck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages and names that are allowed and rarely thought of. */
public final class Samples {
    /** Names of folders in many scripts, and with signs that protocols escape. */
    public static final List<String> NAMES = List.of(
            "Entwürfe",
            "受信トレイ",
            "Входящие & Co",
            "a+b",
            "&",
            "&AOQ-",
            "😀 smile",
            "quote\"d",
            "back\\slash",
            "100%",
            "star*",
            "(paren) {5}",
            "NIL",
            "cafe\u0301",
            "two  blanks");

    private Samples() {}

    /** So many small messages, numbered from 1. */
    public static List<Mail> mails(int count) {
        List<Mail> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(Mail.number(i));
        }
        return all;
    }

    /** Messages in lines of CRLF that break careless readers and writers. */
    public static List<Mail> odd() {
        List<Mail> odd = new ArrayList<>();
        odd.add(Mail.text(901, ".\r\n..\r\n.dot\r\n...\r\n"));
        odd.add(Mail.text(902, "From the start\r\n>From quoted\r\n"));
        odd.add(Mail.text(903, ""));
        odd.add(Mail.text(904, "\r\n\r\n\r\n"));
        odd.add(Mail.text(905, "* 1 FETCH (FLAGS (\\Seen))\r\n)\r\nA1 OK done\r\n+ go on\r\n-ERR no\r\n"));
        odd.add(Mail.text(906, "{10}\r\n~{3+}\r\n\"open quote\r\n"));
        odd.add(Mail.text(907, "x".repeat(900) + "\r\n" + "y".repeat(995) + "\r\n"));
        odd.add(Mail.raw(908, eightBit()));
        odd.add(Mail.text(909, "a\r\n".repeat(4_000)));
        odd.add(Mail.text(910, "blanks at the end   \r\n\t\r\n \r\n"));
        return odd;
    }

    /** All bytes but NUL, CR and LF, in short lines. */
    private static byte[] eightBit() {
        StringBuilder text = new StringBuilder();
        for (int b = 1; b < 256; b++) {
            if (b != '\r' && b != '\n') {
                text.append((char) b);
            }
            if (b % 50 == 0) {
                text.append("\r\n");
            }
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A message of about so many bytes that does not compress. */
    public static Mail large(int number, int bytes) {
        Random random = new Random(number);
        StringBuilder body = new StringBuilder(bytes + 80);
        while (body.length() < bytes) {
            for (int i = 0; i < 76; i++) {
                body.append((char) ('!' + random.nextInt(94)));
            }
            body.append("\r\n");
        }
        return Mail.text(number, body.toString());
    }

    /** A message whose last line has no end. */
    public static Mail endless(int number) {
        return Mail.text(number, "no line end here");
    }
}
