package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.engine.Difference.Kind;
import org.mailwain.engine.FolderVerdict.Proof;
import org.mailwain.engine.Verifier.Depth;
import org.mailwain.tck.memory.MemoryOptions;

/** Comparing content with a target that serves other bytes than it got. */
class RewritingTest extends Comparing {
    private static final MemoryOptions REWRITING = MemoryOptions.IMAP.with(t -> new Traits(
            Fidelity.LOOSE,
            Fidelity.LOOSE,
            t.dedupes(),
            t.perAppend(),
            t.pipelining(),
            t.answersIds(),
            t.removes(),
            t.flagsAfterAppend(),
            t.changes(),
            t.ownKeys(),
            t.itemLimit(),
            t.names()));

    private static final String MESSAGE = """
            Message-ID: <1@example.org>
            Date: Mon, 6 May 2024 07:08:09 +0000
            From: J\u00FCrgen <j@example.org>
            To: anna@example.org, ben@example.org
            Subject: Gr\u00FC\u00DFe
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="aa"

            preamble
            --aa
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe, three lines
            of text
            --aa
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --aa--
            """;

    @BeforeEach
    void rewrite() {
        world.close();
        world = new World(REWRITING);
    }

    private void sides(String source, String target) {
        put(world.source, bytes(source));
        put(world.target, bytes(target));
    }

    private static byte[] bytes(String message) {
        return message.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\u00FC                                  | X                                              | header-8bit",
                "example.org, ben                         | example.org,~ ben                              | header-folding",
                "MIME-Version: 1.0~                       | ''                                             | header-fields",
                "quoted-printable~~Gr=C3=BC=C3=9Fe, three | 8bit~~Gr\u00C3\u00BC\u00C3\u009Fe, three   | transfer-encoding",
                "iVBORw0KGgo=                             | iVBO~Rw0KGgo=                                  | frame",
                "of text                                  | of text~                                       | line-ends",
                "aa                                       | bb                                             | frame",
                "preamble~                                | ''                                             | frame",
            })
    void namesWhatTheTargetRewroteWhereThePartsAreTheSame(String had, String has, String name) throws FailureException {
        String target = MESSAGE.replace(had.replace('~', '\n'), has.replace('~', '\n'));
        assertThat(target).isNotEqualTo(MESSAGE);
        sides(MESSAGE, target);
        MailboxVerdict verdict = verify(Depth.CONTENT);
        assertThat(verdict.good()).isTrue();
        assertThat(folder(verdict, "INBOX").proof()).isEqualTo(Proof.PARTS);
        assertThat(folder(verdict, "INBOX").differences()).isEqualTo(Map.of(Kind.REWRITTEN, 1L));
        assertThat(of(Kind.REWRITTEN).reason()).isEqualTo(EngineFailure.REWRITTEN.with(name));
    }

    @Test
    void namesSeveralAtOnce() throws FailureException {
        sides(
                MESSAGE,
                MESSAGE.replace('\u00FC', 'X')
                        .replace('\u00DF', 'X')
                        .replace("quoted-printable\n\nGr=C3=BC=C3=9Fe", "8bit\n\nGr\u00C3\u00BC\u00C3\u009Fe")
                        .replace("--aa--\n", "--aa--\n\n"));
        verify(Depth.CONTENT);
        assertThat(of(Kind.REWRITTEN).reason())
                .isEqualTo(EngineFailure.REWRITTEN.with("header-8bit, transfer-encoding"));
    }

    @Test
    void aCutMessageIsNoRewrittenOne() throws FailureException {
        int end = MESSAGE.indexOf("--aa\nContent-Type: image");
        sides(MESSAGE, MESSAGE.substring(0, end) + "--aa--\n");
        MailboxVerdict verdict = verify(Depth.CONTENT);
        assertThat(verdict.good()).isFalse();
        assertThat(folder(verdict, "INBOX").differences()).isEqualTo(Map.of(Kind.CONTENT, 1L));
        List<Argument> arguments = of(Kind.CONTENT).reason().arguments();
        assertThat(arguments.get(0)).isEqualTo(new Argument.Count(2));
        assertThat(arguments.get(2)).isEqualTo(new Argument.Count(1));
    }

    @Test
    void oneByteOfAPartIsADifference() throws FailureException {
        sides(MESSAGE, MESSAGE.replace("iVBORw0KGgo=", "iVBORw0KGgs="));
        assertThat(verify(Depth.CONTENT).good()).isFalse();
        assertThat(differences).extracting(Difference::kind).containsExactly(Kind.CONTENT);
    }

    @Test
    void whatIsServedAsItWasIsTheSame() throws FailureException {
        sides(MESSAGE, MESSAGE);
        sides("X-Nothing: here\n\nweak\n", "X-Nothing: here\n\nweak\n");
        MailboxVerdict verdict = verify(Depth.CONTENT);
        assertThat(differences).isEmpty();
        assertThat(folder(verdict, "INBOX").same()).isEqualTo(2);
    }

    @Test
    void equalHeadersArePairedByTheirParts() throws FailureException {
        put(world.source, bytes(MESSAGE.replace("three", "four")));
        put(world.source, bytes(MESSAGE));
        put(world.target, bytes(MESSAGE.replace('\u00FC', 'X')));
        put(world.target, bytes(MESSAGE.replace("three", "four").replace('\u00FC', 'X')));
        assertThat(verify(Depth.CONTENT).good()).isTrue();
        assertThat(differences).extracting(Difference::kind).containsExactly(Kind.REWRITTEN, Kind.REWRITTEN);
    }

    @Test
    void partsInPartsInPartsAreComparedByTheirBytes() throws FailureException {
        StringBuilder deep = new StringBuilder("Message-ID: <2@example.org>\nSubject: deep\nFrom: a@b\n");
        for (int i = 0; i < 500; i++) {
            deep.append("Content-Type: message/rfc822\n\n");
        }
        sides(deep + "\nend\n", deep + "\nend\n");
        sides(deep.toString().replace("<2@", "<3@") + "\nend\n", deep.toString().replace("<2@", "<3@") + "\nEND\n");
        verify(Depth.CONTENT);
        assertThat(differences).extracting(Difference::kind).containsExactly(Kind.CONTENT);
    }
}
