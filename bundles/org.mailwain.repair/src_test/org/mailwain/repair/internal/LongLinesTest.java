package org.mailwain.repair.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.repair.internal.Letters.mend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.junit.jupiter.api.Test;
import org.mailwain.repair.RepairFailure;

class LongLinesTest {
    private static final String LONG = "0123456789 ".repeat(1_000);
    private static final String SHORTER = "0123456789 ".repeat(500);
    private final LongLinesRule rule = new LongLinesRule();

    /** Types and decoded contents of the parts without parts. */
    private static List<String> parts(String message) {
        List<String> parts = new ArrayList<>();
        MimeTokenStream tokens = new MimeTokenStream(new MimeConfig.Builder()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1)
                .build());
        try {
            tokens.parse(new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)));
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (state == EntityState.T_BODY) {
                    byte[] content = tokens.getDecodedInputStream().readAllBytes();
                    String end =
                            new String(content, StandardCharsets.ISO_8859_1).substring(Math.max(0, content.length - 9));
                    parts.add(tokens.getBodyDescriptor().getMimeType() + " " + content.length + " "
                            + Arrays.hashCode(content) + " " + end);
                }
            }
        } catch (IOException | MimeException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    private static int longest(String message) {
        int longest = 0;
        for (String line : message.split("\r\n", -1)) {
            longest = Math.max(longest, line.length());
        }
        return longest;
    }

    private void keepsContent(String message, int most) {
        String mended = mend(rule, message);
        assertThat(mended).isNotNull();
        assertThat(parts(mended)).isEqualTo(parts(message));
        assertThat(longest(mended)).isLessThanOrEqualTo(most);
        assertThat(mend(rule, mended) == null || most > LongLinesRule.ALLOWED).isTrue();
    }

    @Test
    void encodesText() {
        keepsContent("Subject: one\r\n\r\n" + LONG + "=\u00fc \r\nnext\r\n", 998);
        keepsContent("Subject: one\r\n\r\n" + LONG, 998);
        keepsContent(
                "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nMIME-Version: 1.0\r\n\r\n" + LONG
                        + "\r\n",
                998);
        assertThat(mend(rule, "Subject: one\r\n\r\n" + LONG)).contains("MIME-Version: 1.0\r\n");
    }

    @Test
    void touchesOnlyPartsThatNeedIt() {
        String message = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b =\"\r\n\r\npreamble\r\n"
                + "--b =\r\n\r\nshort\r\n"
                + "--b =\r\nContent-Type: text/plain\r\n\r\n" + SHORTER + "\r\n\r\n"
                + "--b =\r\nContent-Type: application/x\r\nContent-Transfer-Encoding: binary\r\n\r\n" + SHORTER + "\r\n"
                + "--b =\r\nContent-Type: application/y\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString(SHORTER.getBytes(StandardCharsets.US_ASCII)) + "\r\n"
                + "--b =\r\nContent-Type: text/z\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "=41=42 c".repeat(300) + "\r\nend\r\n"
                + "--b =\r\nContent-Type: message/rfc822\r\n\r\nSubject: in\r\n\r\n" + SHORTER + "\r\n"
                + "--b =--\r\nepilogue\r\n";
        keepsContent(message, 998);
        String mended = mend(rule, message);
        assertThat(mended).contains("--b =\r\n\r\nshort\r\n--b =\r\n").endsWith("--b =--\r\nepilogue\r\n");
        assertThat(mended).doesNotContain("binary");
    }

    @Test
    void leavesWhatIsSignedAlone() {
        String signed = "MIME-Version: 1.0\r\nContent-Type: multipart/signed; boundary=s\r\n\r\n--s\r\n\r\n" + LONG
                + "\r\n--s\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--s--\r\n";
        assertThat(mend(rule, signed)).isNull();
    }

    @Test
    void touchesOnlyTheLongestWhereServersMostlyTakeTheRest() {
        String line = "x".repeat(2_000) + "\r\n";
        String message = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" + line
                + "--b\r\n\r\n" + "y".repeat(20_000) + "\r\n--b--\r\n";
        keepsContent(message, 2_000);
        assertThat(mend(rule, message)).contains(line);
    }

    @Test
    void foldsHeaders() {
        String references = "References:" + " <0123456789@example.org>".repeat(100) + "\r\n";
        String mended = mend(rule, references + "Subject: one\r\n\r\n" + "Body\r\n");
        assertThat(longest(mended)).isLessThanOrEqualTo(998);
        assertThat(mended.replaceAll("\r\n(?=[ \t])", "")).isEqualTo(references + "Subject: one\r\n\r\nBody\r\n");
        assertThat(mend(rule, "X: " + "y".repeat(5_000) + "\r\n\r\n")).isNull();
    }

    @Test
    void namesTheLongestLine() throws Exception {
        assertThat(rule.flaw(Letters.letter("A: b\r\n\r\n" + "x".repeat(40_000) + "\r\n"), Letters.said("Error 11")))
                .contains(RepairFailure.LONG_LINES.with(40_000L, "Error 11"));
    }

    @Test
    void walkingTellsEveryByteOnceWhateverComes() throws IOException {
        Random random = new Random(7);
        String[] bits = {
            "\r\n",
            "\r\n",
            "\n",
            "--b",
            "--b--",
            "--c",
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "Content-Type: multipart/digest; boundary=\"c\"\r\n",
            "Content-Type: message/rfc822\r\n",
            "text",
            " ",
            "\t",
            ":",
            "Subject: x\r\n",
            "\0",
            "\u00ff",
            "x".repeat(20_000),
            "\r",
            "Content-Transfer-Encoding: base64\r\n"
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder message = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                message.append(bits[random.nextInt(bits.length)]);
            }
            assertThat(walked(message.toString())).as("round " + round).isEqualTo(message.toString());
        }
    }

    private static String walked(String message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Walk(new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)), new Walk.Visitor() {
                    @Override
                    public void header(Part part, List<Header.Field> fields, byte[] end) {
                        fields.forEach(field -> out.writeBytes(field.bytes()));
                        out.writeBytes(end);
                    }

                    @Override
                    public void content(Part part, Lines piece) {
                        between(piece);
                    }

                    @Override
                    public void contentEnded(Part part) {
                        // nothing to be told of it
                    }

                    @Override
                    public void between(Lines piece) {
                        out.write(piece.bytes(), 0, piece.length());
                    }
                })
                .run();
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
