package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.tck.memory.MemoryBodies;

/** What each strategy keeps and loses: the table of {@code releng/docs/microsoft365.md}, line by line. */
class StrategiesTest {
    private static final Instant RECEIVED = Instant.parse("2011-02-03T04:05:06Z");
    private static final Flags FLAGS =
            Flags.of(List.of(SystemFlag.SEEN, SystemFlag.FLAGGED, SystemFlag.ANSWERED), List.of("Work"));
    private static final String LETTER = """
            Received: from a.example by b.example; Thu, 3 Feb 2011 04:05:06 +0000
            DKIM-Signature: v=1; d=a.example
            Message-ID: <letter@a.example>
            Date: Thu, 3 Feb 2011 04:04:00 +0000
            From: =?utf-8?Q?J=C3=B6rg?= <joerg@a.example>
            To: Anna <anna@contoso.example>, not an address
            Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
            Importance: high
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=o

            --o
            Content-Type: multipart/alternative; boundary=i

            --i
            Content-Type: text/plain; charset=utf-8

            plain
            --i
            Content-Type: text/html; charset=utf-8

            <p>html</p>
            --i--
            --o
            Content-Type: application/pdf; name=a.pdf
            Content-Transfer-Encoding: base64

            SGVsbG8=
            --o--
            """;

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome append(GraphFixture tenant, byte[] message, Flags flags) throws FailureException {
        SessionContext context = new SessionContext(
                Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
        Outcome[] outcome = new Outcome[1];
        try (MailboxWriter session = tenant.open(context)) {
            AppendItem item = new AppendItem(new AppendKey(1, 2), flags, RECEIVED, MemoryBodies.of(message));
            session.append(
                    Feed.of(List.of(new AppendBatch(FolderPath.INBOX, 1, List.of(item)))),
                    (batch, those) -> outcome[0] = those.getFirst());
        }
        return outcome[0];
    }

    private static StoredMessage only(GraphFixture tenant) {
        List<StoredMessage> all = tenant.mailbox().folder("inbox").messages();
        assertThat(all).hasSize(1);
        assertThat(tenant.mailbox().folder("drafts").messages()).isEmpty();
        return all.getFirst();
    }

    private static Optional<String> less(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        return Optional.ofNullable(((Outcome.Stored) outcome).less()).map(f -> f.code());
    }

    @Test
    void jsonIsReadableDatedAndNoDraft() throws FailureException {
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true)) {
            Outcome outcome = append(tenant, bytes(LETTER), FLAGS);
            StoredMessage stored = only(tenant);
            assertThat(stored.draft()).isFalse();
            assertThat(stored.received()).isEqualTo(RECEIVED);
            assertThat(stored.sent()).isEqualTo(Instant.parse("2011-02-03T04:04:00Z"));
            assertThat(GraphFixture.flags(stored)).isEqualTo(FLAGS);
            assertThat(stored.subject()).isEqualTo("Grüße");
            assertThat(stored.body()).isEqualTo("<p>html</p>");
            assertThat(stored.fields().path("importance").asText()).isEqualTo("high");
            assertThat(stored.fields()
                            .path("from")
                            .path("emailAddress")
                            .path("name")
                            .asText())
                    .isEqualTo("Jörg");
            assertThat(stored.attachments()).hasSize(1);
            assertThat(stored.attachments().getFirst().name()).isEqualTo("a.pdf");
            assertThat(stored.attachments().getFirst().content()).asString().isEqualTo("Hello");
            assertThat(stored.headers()).anyMatch(h -> h.name().equals("DKIM-Signature"));
            assertThat(less(outcome))
                    .hasValueSatisfying(code -> assertThat(code).startsWith("graph.less."));
        }
    }

    @Test
    void signaturesAreNamedAsLost() throws FailureException {
        String signed = LETTER.replace("multipart/mixed", "multipart/signed");
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true)) {
            assertThat(less(append(tenant, bytes(signed), FLAGS))).contains("graph.less.signature");
        }
    }

    @Test
    void mimeKeepsTheBytesAndIsADraftOfToday() throws FailureException {
        for (boolean intoFolder : new boolean[] {true, false}) {
            try (GraphFixture tenant = new GraphFixture(Strategy.MIME, intoFolder)) {
                Outcome outcome = append(tenant, bytes(LETTER), FLAGS);
                StoredMessage stored = only(tenant);
                assertThat(stored.draft()).isTrue();
                assertThat(stored.received()).isAfter(RECEIVED.plusSeconds(1_000_000));
                String mime = new String(stored.mime(), StandardCharsets.UTF_8);
                assertThat(mime)
                        .startsWith("X-Mailwain-Key: ")
                        .endsWith(new String(bytes(LETTER), StandardCharsets.UTF_8));
                assertThat(less(outcome)).contains("graph.less.draft");
            }
        }
    }

    @Test
    void whereAFolderTakesNoMimeItIsMadeElsewhereAndMoved() throws FailureException {
        SimulatorOptions options =
                SimulatorOptions.DEFAULT.limitedTo(Limits.NONE).mime(false, true, 400);
        try (GraphFixture tenant = new GraphFixture(Strategy.MIME, true, options)) {
            append(tenant, bytes(LETTER), FLAGS);
            assertThat(only(tenant).mime()).isNotNull();
        }
    }

    @Test
    void importedMimeIsNoDraft() throws FailureException {
        try (GraphFixture tenant = new GraphFixture(Strategy.IMPORT_MIME, true)) {
            Outcome outcome = append(tenant, bytes(LETTER), FLAGS);
            assertThat(only(tenant).draft()).isFalse();
            assertThat(less(outcome)).contains("graph.less.date");
        }
    }

    @Test
    void whatIsNoMimeToTheServiceIsMadeFromItsParts() throws FailureException {
        byte[] bare = LETTER.getBytes(StandardCharsets.UTF_8);
        try (GraphFixture tenant = new GraphFixture(Strategy.MIME, true)) {
            assertThat(less(append(tenant, bare, FLAGS))).contains("graph.less.parts");
            assertThat(only(tenant).draft()).isFalse();
            assertThat(only(tenant).received()).isEqualTo(RECEIVED);
        }
    }

    @Test
    void aDraftStaysADraftAndAMessageWithoutHeaderArrives() throws FailureException {
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true)) {
            append(tenant, bytes(LETTER), Flags.of(SystemFlag.DRAFT));
            assertThat(only(tenant).draft()).isTrue();
        }
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true)) {
            append(tenant, bytes("\nno header at all\n"), Flags.NONE);
            assertThat(only(tenant).received()).isEqualTo(RECEIVED);
        }
    }

    @Test
    void whatDoesNotFitIntoOneRequestIsSentByItself() throws FailureException {
        byte[] text = new byte[900_000];
        Arrays.fill(text, (byte) 0xE4);
        byte[] file = new byte[1_800_000];
        String head = "Subject: both are large\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n";
        String between =
                "\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(text);
        message.writeBytes(between.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(Base64.getMimeEncoder().encode(file));
        message.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true)) {
            assertThat(less(append(tenant, message.toByteArray(), Flags.NONE))).isEmpty();
            StoredMessage stored = only(tenant);
            assertThat(stored.body().length()).isEqualTo(text.length);
            assertThat(stored.attachments()).singleElement().matches(a -> Arrays.equals(a.content(), file));
        }
    }

    @Test
    void aMessageOfMorePartsThanAreTakenIsAttachedWhole() throws FailureException {
        String part = "--o\nContent-Type: text/x-log\n\nline\n";
        byte[] message = bytes(LETTER.replace("--o--", part.repeat(260) + "--o--"));
        try (GraphFixture tenant = new GraphFixture(Strategy.JSON, true)) {
            assertThat(less(append(tenant, message, Flags.NONE))).contains("graph.less.whole");
            StoredMessage stored = only(tenant);
            assertThat(stored.body()).isEqualTo("<p>html</p>");
            assertThat(stored.attachments()).singleElement().matches(a -> Arrays.equals(a.content(), message));
        }
    }
}
