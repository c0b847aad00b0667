package org.mailwain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.DemoMessage;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.ServerOptions;

class SampleMailTest {
    private static DemoServer filled() throws IOException {
        DemoServer server = DemoServer.start(
                new ServerOptions().encryption(Encryption.NONE).delimiter('.').prefix("INBOX."));
        SampleMail.fill(server);
        return server;
    }

    private static List<DemoMessage> messages(DemoServer server) {
        List<DemoMessage> messages = new ArrayList<>();
        for (String user : List.of("anna", "kenji", "zoe")) {
            server.account(user).folders().forEach(folder -> messages.addAll(folder.messages()));
        }
        return messages;
    }

    @Test
    void isTheSameEachTime() throws IOException {
        try (DemoServer one = filled();
                DemoServer two = filled()) {
            List<DemoMessage> first = messages(one);
            List<DemoMessage> second = messages(two);
            assertThat(first).hasSizeGreaterThan(300);
            for (int i = 0; i < first.size(); i++) {
                assertThat(first.get(i).bytes()).isEqualTo(second.get(i).bytes());
                assertThat(first.get(i).received()).isEqualTo(second.get(i).received());
                assertThat(first.get(i).flags()).isEqualTo(second.get(i).flags());
            }
        }
    }

    @Test
    void isMailWithWhatMigrationsMeet() throws IOException {
        try (DemoServer server = filled()) {
            List<DemoMessage> messages = messages(server);
            List<String> texts = messages.stream()
                    .map(message -> new String(message.bytes(), StandardCharsets.ISO_8859_1))
                    .toList();
            assertThat(texts).allMatch(text -> !text.replace("\r\n", "").contains("\n"), "lines end with CR LF");
            assertThat(texts).allMatch(text -> text.contains("\r\n\r\n"), "a header and a text");
            assertThat(texts).allMatch(text -> text.lines().allMatch(line -> line.length() <= 998));
            assertThat(texts).anyMatch(text -> text.contains("Subject: =HYPERLINK"));
            assertThat(texts).anyMatch(text -> text.contains("Subject: <script>"));
            assertThat(texts).anyMatch(text -> text.contains("In-Reply-To: <"));
            assertThat(texts).anyMatch(text -> text.contains("application/pdf"));
            assertThat(texts).anyMatch(text -> text.contains("Gr\u00fc\u00dfe"));
            assertThat(texts).filteredOn(text -> text.length() > 2_000_000).hasSize(1);
            assertThat(messages).anyMatch(message -> message.has("\\Draft"));
            assertThat(messages).anyMatch(message -> message.has("$Label4"));
            assertThat(messages.stream().map(m -> m.received().getYear()).distinct())
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void holdsEqualMessagesTwiceInAFolder() throws IOException {
        try (DemoServer server = filled()) {
            DemoFolder inbox = server.account("anna").folder("INBOX");
            List<DemoMessage> twice = inbox.messages().stream()
                    .filter(message -> Arrays.equals(
                            message.bytes(), inbox.messages().getLast().bytes()))
                    .toList();
            assertThat(twice).hasSize(2);
            assertThat(twice)
                    .extracting(DemoMessage::received)
                    .containsOnly(twice.getFirst().received());
        }
    }

    @Test
    void standsBelowThePrefixOfItsServer() throws IOException {
        try (DemoServer server = filled()) {
            DemoAccount kenji = server.account("kenji");
            assertThat(kenji.folders())
                    .extracting(DemoFolder::name)
                    .contains(
                            "INBOX",
                            "INBOX.\u9001\u4fe1\u6e08\u307f\u30a2\u30a4\u30c6\u30e0",
                            "INBOX.\u5bb6\u65cf \ud83c\udf59")
                    .allMatch(name -> name.startsWith("INBOX"));
        }
    }
}
