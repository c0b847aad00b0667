package org.mailwain.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FolderTest {
    private DemoServer server;
    private DemoAccount anna;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        start(new ServerOptions());
    }

    private void start(ServerOptions options) throws IOException {
        stop();
        server = DemoServer.start(options.encryption(Encryption.NONE));
        anna = server.add("anna", "secret");
        wire = Wire.signedIn(server, "anna");
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            wire.close();
            server.close();
        }
    }

    @Test
    void listsWithAttributesAndStatusInOneAnswer() throws IOException {
        anna.folder("Sent").specialUse("\\Sent").append(NewMessage.of(new byte[] {'x'}, OffsetDateTime.now()));
        anna.folder("a/b");
        anna.subscribed().add("Sent");
        assertThat(wire.ask(
                        "LIST \"\" \"*\" RETURN (SUBSCRIBED CHILDREN SPECIAL-USE STATUS (MESSAGES UIDNEXT UNSEEN))"))
                .containsExactly(
                        "* LIST (\\HasNoChildren \\Subscribed) \"/\" \"INBOX\"",
                        "* STATUS \"INBOX\" (MESSAGES 0 UIDNEXT 1 UNSEEN 0)",
                        "* LIST (\\Sent \\HasNoChildren \\Subscribed) \"/\" \"Sent\"",
                        "* STATUS \"Sent\" (MESSAGES 1 UIDNEXT 2 UNSEEN 1)",
                        "* LIST (\\NonExistent \\Noselect \\HasChildren) \"/\" \"a\"",
                        "* LIST (\\HasNoChildren) \"/\" \"a/b\"",
                        "* STATUS \"a/b\" (MESSAGES 0 UIDNEXT 1 UNSEEN 0)",
                        "a OK done");
        assertThat(wire.ask("LIST (SPECIAL-USE) \"\" (\"%\" \"a/%\")")).hasSize(2);
        assertThat(wire.ask("LIST \"\" %")).hasSize(4);
        assertThat(wire.ask("LIST \"\" \"\"")).startsWith("* LIST (\\Noselect) \"/\" \"\"");
        assertThat(wire.ask("LSUB \"\" *"))
                .containsExactly("* LSUB () \"/\" \"INBOX\"", "* LSUB () \"/\" \"Sent\"", "a OK done");
    }

    @Test
    void isAPoorerServerWithoutItsAbilities() throws IOException {
        start(new ServerOptions().bare());
        anna.folder("Sent").specialUse("\\Sent");
        assertThat(wire.ask("CAPABILITY")).startsWith("* CAPABILITY IMAP4rev1");
        assertThat(wire.ask("LIST \"\" *")).startsWith("* LIST () \"/\" \"INBOX\"", "* LIST () \"/\" \"Sent\"");
        assertThat(wire.last("LIST \"\" * RETURN (CHILDREN)")).startsWith("a BAD");
        assertThat(wire.last("LIST (SUBSCRIBED) \"\" *")).startsWith("a BAD");
        assertThat(wire.last("NAMESPACE")).startsWith("a BAD");
        assertThat(wire.last("STATUS INBOX (HIGHESTMODSEQ)")).startsWith("a BAD");
        wire.ask("SELECT INBOX");
        assertThat(wire.last("UID EXPUNGE 1")).startsWith("a BAD");
        assertThat(wire.last("FETCH 1:* (FLAGS) (CHANGEDSINCE 1)")).startsWith("a BAD");
    }

    @Test
    void makesFoldersWithinItsNamespaceAlone() throws IOException {
        start(new ServerOptions().delimiter('.').prefix("INBOX."));
        assertThat(wire.ask("NAMESPACE")).startsWith("* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL");
        assertThat(wire.last("CREATE Foo")).startsWith("a NO [CANNOT]");
        assertThat(wire.last("CREATE inbox.Foo.Bar.")).isEqualTo("a OK made");
        assertThat(wire.last("CREATE INBOX.Foo.Bar")).startsWith("a NO [ALREADYEXISTS]");
        assertThat(wire.last("CREATE INBOX.Foo..Bar")).startsWith("a NO [CANNOT]");
        assertThat(anna.folders()).extracting(DemoFolder::name).containsExactly("INBOX", "INBOX.Foo.Bar");
    }

    @Test
    void takesNamesInModifiedUtf7AndNoOther() throws IOException {
        assertThat(wire.last("CREATE \"&ZeVnLIqe- &2D3eAA- A&-B\"")).isEqualTo("a OK made");
        assertThat(anna.find("\u65e5\u672c\u8a9e \ud83d\ude00 A&B")).isPresent();
        assertThat(wire.ask("LIST \"\" \"&ZeVnLIqe-*\""))
                .contains("* LIST (\\HasNoChildren) \"/\" \"&ZeVnLIqe- &2D3eAA- A&-B\"");
        assertThat(wire.last("CREATE A&B")).startsWith("a NO");
        assertThat(wire.last("CREATE &AGE-")).startsWith("a NO");
        assertThat(wire.last("CREATE &ZeVnLIqe")).startsWith("a NO");
    }

    @Test
    void takesNamesThatDifferByCaseForOneWhereItShould() throws IOException {
        assertThat(wire.last("CREATE Foo")).isEqualTo("a OK made");
        assertThat(wire.last("CREATE foo")).isEqualTo("a OK made");
        start(new ServerOptions().caseless());
        assertThat(wire.last("CREATE Foo")).isEqualTo("a OK made");
        assertThat(wire.last("CREATE foo")).startsWith("a NO [ALREADYEXISTS]");
        assertThat(wire.last("SELECT foo")).startsWith("a OK");
    }

    @Test
    void marksANewFolderAsSpecial() throws IOException {
        assertThat(wire.last("CREATE Outgoing (USE (\\Sent))")).isEqualTo("a OK made");
        assertThat(anna.folder("Outgoing").specialUse()).isEqualTo("\\Sent");
        assertThat(wire.last("CREATE Odd (USE (\\Odd))")).startsWith("a NO [USEATTR]");
    }

    @Test
    void renamesWithWhatIsBelow() throws IOException {
        anna.folder("a/b");
        anna.folder("a");
        assertThat(wire.last("RENAME a c")).isEqualTo("a OK renamed");
        assertThat(anna.folders()).extracting(DemoFolder::name).containsExactly("INBOX", "c", "c/b");
        assertThat(wire.last("DELETE c/b")).isEqualTo("a OK deleted");
        assertThat(wire.last("DELETE inbox")).startsWith("a NO [CANNOT]");
    }

    @Test
    void keepsAFolderAsItIsWhereItIsReadOnly() throws IOException {
        anna.folder("Old").readOnly(true);
        assertThat(wire.last("SELECT Old")).startsWith("a OK [READ-ONLY]");
        wire.send("a APPEND Old {1+}\r\nx\r\n");
        assertThat(wire.answer("a").getLast()).startsWith("a NO [NOPERM]");
    }
}
