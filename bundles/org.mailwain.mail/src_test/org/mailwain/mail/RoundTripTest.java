package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.mail.support.Sessions.INBOX;
import static org.mailwain.mail.support.Sessions.failure;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.mail.support.Sessions;

/** What is asked for together: the server of each test says nothing before all of it has come. */
@Timeout(20)
class RoundTripTest {
    private static final String CHANGED =
            "* 1 FETCH (UID 1 FLAGS (\\Seen) INTERNALDATE \"01-Jan-2020 02:03:04 +0200\" RFC822.SIZE 10 MODSEQ (9))";

    private final Sessions sessions = new Sessions();
    private final List<String> told = new ArrayList<>();
    private ScriptedServer server;

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    /** Reads so many commands. @return their tags */
    private static List<String> hear(ScriptedServer.Line line, int commands) throws Exception {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
            line.command();
            tags.add(line.tag());
        }
        return tags;
    }

    private static void signIn(ScriptedServer.Line line, String capabilities) throws Exception {
        line.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready");
        line.answer("AUTHENTICATE", "OK [CAPABILITY IMAP4rev1 NAMESPACE " + capabilities + "] in");
    }

    @Test
    void theFoldersAreAskedForWithTheNamespacesThatSayWhoseTheyAre() throws Exception {
        server = new ScriptedServer(line -> {
            signIn(line, "LIST-EXTENDED");
            List<String> tags = hear(line, 2);
            // out of turn, as servers may: whose a folder is can be told only once all is there
            line.say("* LIST () \"/\" Mine");
            line.say("* LIST () \"/\" others/Theirs");
            line.say("* NAMESPACE ((\"\" \"/\")) ((\"others/\" \"/\")) NIL");
            line.say(tags.get(0) + " OK");
            line.say(tags.get(1) + " OK");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertThat(reader.folders()).extracting(Folder::path).containsExactly(FolderPath.of("Mine"));
        }
        assertThat(server.heard()).element(2).asString().startsWith("LIST");
    }

    private void changes(MailboxReader reader) throws Exception {
        reader.changes(INBOX, new FolderState("7 5 4 3"), new ChangeSink() {
            @Override
            public void changed(List<ListedItem> items) {
                items.forEach(item -> told.add("changed " + item.id() + " " + item.flags()));
            }

            @Override
            public void vanished(List<ItemId> ids) {
                ids.forEach(id -> told.add("gone " + id));
            }

            @Override
            public void standing(List<ItemId> ids, boolean last) {
                ids.forEach(id -> told.add("stands " + id));
            }
        });
    }

    private static void open(ScriptedServer.Line line, List<String> tags, long validity, String modseq)
            throws Exception {
        line.say("* STATUS INBOX (MESSAGES 4 UIDNEXT 5 UIDVALIDITY " + validity + ")");
        line.say(tags.get(0) + " OK status");
        line.say("* 4 EXISTS");
        line.say("* OK [UIDVALIDITY " + validity + "] ok");
        line.say("* OK [UIDNEXT 5] ok");
        line.say("* OK [" + modseq + "] ok");
        line.say(tags.get(1) + " OK [READ-ONLY] open");
    }

    private ScriptedServer changing(ScriptedServer.Script script) throws Exception {
        return new ScriptedServer(line -> {
            signIn(line, "LIST-EXTENDED CONDSTORE");
            line.answer("NAMESPACE", "OK", "* NAMESPACE ((\"\" \"/\")) NIL NIL");
            line.answer("LIST", "OK", "* LIST () \"/\" INBOX");
            script.play(line);
        });
    }

    @Test
    void whatChangedIsAskedForWithTheOpeningOfTheFolder() throws Exception {
        server = changing(line -> {
            List<String> tags = hear(line, 3);
            open(line, tags, 7, "HIGHESTMODSEQ 9");
            line.say(CHANGED);
            line.say(tags.get(2) + " OK");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            changes(reader);
        }
        assertThat(told).containsExactly("changed 1 \\Seen");
    }

    @Test
    void changesOfAnotherFolderOfThatNameReachNobody() throws Exception {
        server = changing(line -> {
            List<String> tags = hear(line, 3);
            open(line, tags, 8, "HIGHESTMODSEQ 9");
            line.say(CHANGED);
            line.say(tags.get(2) + " OK");
            line.answer("STATUS", "OK", "* STATUS INBOX (MESSAGES 4 UIDNEXT 5 UIDVALIDITY 8)");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            assertThat(failure(() -> changes(reader)).is(MailFailure.FOLDER_RENEWED))
                    .isTrue();
            assertThat(reader.state(INBOX).epoch().value()).isEqualTo("8");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aFolderThatKeepsNoSequencesAnyMoreIsLookedThrough() throws Exception {
        server = changing(line -> {
            List<String> tags = hear(line, 3);
            open(line, tags, 7, "NOMODSEQ");
            line.say(tags.get(2) + " BAD no sequences here");
            line.answer("UID FETCH 1:4 (UID FLAGS)", "OK", "* 1 FETCH (UID 1 FLAGS (\\Seen))");
            line.answer("UID FETCH 5:*", "OK");
        });
        try (MailboxReader reader = sessions.reader(server)) {
            changes(reader);
        }
        assertThat(told).containsExactly("changed 1 \\Seen", "stands 1");
    }
}
