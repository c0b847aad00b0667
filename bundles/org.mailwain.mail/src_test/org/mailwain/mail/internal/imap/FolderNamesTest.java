package org.mailwain.mail.internal.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailwain.api.mail.FolderPath;

class FolderNamesTest {
    private final FolderNames names = new FolderNames();

    private FolderPath learn(String wire) {
        return names.learn(wire.getBytes(StandardCharsets.ISO_8859_1), names.delimiter());
    }

    private String wire(FolderPath path) {
        return new String(names.wire(path), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INBOX|INBOX",
                "inbox|INBOX",
                "Entw&APw-rfe|Entwürfe",
                "R&-D|R&D",
                "&ZeVnLIqe-/&U9dP4Xux-|日本語/受信箱",
                "a/b|a/b",
                "R&D|R&D",
                "&not-base64|&not-base64",
                "x&|x&",
                "&AOQ|&AOQ",
                "a&AOQ-&APY-b|aäöb"
            })
    void aListedNameKeepsItsBytes(String listed, String shown) {
        names.namespace("", '/');
        FolderPath path = learn(listed);
        assertThat(path).hasToString(shown.equals("INBOX") ? "INBOX" : shown);
        assertThat(wire(path)).isEqualTo(listed);
    }

    @Test
    void twoNamesNeverBecomeOneFolder() {
        names.namespace("", '/');
        assertThat(learn("R&-D")).isNotEqualTo(learn("R&D"));
        assertThat(learn("&AOQ-x")).isNotEqualTo(learn("&AOQA-x"));
    }

    @Test
    void thePrefixOfThePersonalNamespaceIsNoPartOfAPath() {
        names.namespace("INBOX.", '.');
        assertThat(learn("INBOX")).isEqualTo(FolderPath.INBOX);
        assertThat(learn("INBOX.a.b")).isEqualTo(FolderPath.of("a", "b"));
        assertThat(learn("INBOX.INBOX")).isEqualTo(FolderPath.of("INBOX", "INBOX"));
        assertThat(wire(FolderPath.of("new", "ä"))).isEqualTo("INBOX.new.&AOQ-");
        assertThat(wire(FolderPath.INBOX)).isEqualTo("INBOX");
        assertThat(wire(FolderPath.of("INBOX", "sub"))).isEqualTo("INBOX.INBOX.sub");
    }

    @Test
    void aMailboxMayBeAFolderOfAnother() {
        names.namespace("INBOX.", '.');
        names.root("#shared.alice");
        assertThat(learn("#shared.alice")).isEqualTo(FolderPath.INBOX);
        assertThat(learn("#shared.alice.Projects.2024")).isEqualTo(FolderPath.of("Projects", "2024"));
        assertThat(wire(FolderPath.of("Sent"))).isEqualTo("#shared.alice.Sent");
    }

    @Test
    void namesInUtf8StayAsTheyAre() {
        names.encoding(true);
        names.namespace("", '/');
        FolderPath path = names.learn("Entwürfe/&-".getBytes(StandardCharsets.UTF_8), '/');
        assertThat(path).isEqualTo(FolderPath.of("Entwürfe", "&-"));
        assertThat(names.wire(FolderPath.of("größer"))).isEqualTo("größer".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatCannotBeANameIsSaid() {
        names.namespace("", '/');
        assertThat(names.impossible(FolderPath.of("a/b"))).contains("/");
        assertThat(names.impossible(FolderPath.of("a", ""))).contains("");
        assertThat(names.impossible(FolderPath.of("a\tb"))).contains("U+0009");
        assertThat(names.impossible(FolderPath.of("a", "ö & b"))).isEmpty();
    }
}
