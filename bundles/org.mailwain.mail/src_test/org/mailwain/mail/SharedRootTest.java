package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.mail.support.Sessions.failure;
import static org.mailwain.mail.support.Sessions.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.mail.support.Sessions;

/** The mailbox of somebody else as a shared folder: found by one of its names, and only if it may be read. */
@Timeout(20)
class SharedRootTest {
    private final Sessions sessions = new Sessions();
    private final Imap imap = new Imap();
    private ScriptedServer server;

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private static final ImapProfile PROFILE = ImapProfile.PLAIN.root(
            (login, prefixes) -> List.of(prefixes.getFirst() + "a b", prefixes.getFirst() + "a\\:b"));

    private static Login login() {
        SignIn signIn = SignIn.password("boss", Secret.of("x"));
        return new Login("a.b", signIn, Optional.of("/users/a.b"));
    }

    private void serve(String rights, String... listed) throws Exception {
        server = new ScriptedServer(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready");
            line.answer("AUTHENTICATE", "OK [CAPABILITY IMAP4rev1 NAMESPACE ACL] in");
            line.answer("NAMESPACE", "OK", "* NAMESPACE ((\"INBOX.\" \".\")) NIL ((\"#shared.\" \".\"))");
            for (int i = 0; i < 2; i++) {
                String[] lines = i < listed.length && !listed[i].isEmpty()
                        ? new String[] {"* LIST () \".\" " + listed[i]}
                        : new String[0];
                line.answer("LIST", "OK", lines);
            }
            line.answer("MYRIGHTS", "OK", "* MYRIGHTS \"#shared.a b\" " + rights);
            line.answer("LIST", "OK", "* LIST () \".\" \"#shared.a b\"");
            line.answer("LSUB", "OK");
            line.answer("LIST", "OK", "* LIST () \".\" \"#shared.a b.Work\"", "* LIST () \".\" \"#shared.a b.Closed\"");
            line.answer("LSUB", "OK");
            line.answer("MYRIGHTS", "OK", "* MYRIGHTS \"#shared.a b\" lr");
            line.answer("MYRIGHTS", "OK", "* MYRIGHTS \"#shared.a b.Work\" lr");
            line.answer("MYRIGHTS", "OK", "* MYRIGHTS \"#shared.a b.Closed\" l");
        });
    }

    private MailboxReader open() throws Exception {
        return imap.reader(settings(server.port()), login(), sessions.context(), PROFILE);
    }

    @Test
    void theFirstNameThatIsThereIsTheMailbox() throws Exception {
        serve("lrs", "\"#shared.a b\"");
        try (MailboxReader reader = open()) {
            assertThat(reader.folders())
                    .extracting(Folder::path)
                    .containsExactlyInAnyOrder(FolderPath.INBOX, FolderPath.of("Work"), FolderPath.of("Closed"));
        }
    }

    @Test
    void noneOfTheNamesIsAFailureThatNamesThem() throws Exception {
        serve("lrs");
        Failure failure = failure(() -> {
            try (MailboxReader reader = open()) {
                reader.folders();
            }
        });
        assertThat(failure.is(MailFailure.ROOT_MISSING)).as(failure.toString()).isTrue();
        assertThat(failure.arguments().toString()).contains("#shared.a b", "a\\:b", "boss");
    }

    @Test
    void withoutTheRightToReadNothingIsBegun() throws Exception {
        serve("l", "\"#shared.a b\"");
        Failure failure = failure(() -> {
            try (MailboxReader reader = open()) {
                reader.folders();
            }
        });
        assertThat(failure.is(MailFailure.ROOT_CLOSED)).as(failure.toString()).isTrue();
        assertThat(server.heard()).noneMatch(text -> text.startsWith("EXAMINE"));
    }

    @Test
    void aProbeNamesTheFoldersThatAreClosed() throws Exception {
        serve("lrs", "\"#shared.a b\"");
        List<Failure> remarks = new ArrayList<>();
        imap.probe(settings(server.port()), login(), sessions.context(), PROFILE, new ProbeSink() {
            @Override
            public void passed(Step step, List<Argument> findings) {
                // remarks alone count
            }

            @Override
            public void noticed(Failure remark) {
                remarks.add(remark);
            }

            @Override
            public void failed(Step step, Failure failure) {
                throw new AssertionError(step + " " + failure);
            }
        });
        assertThat(remarks).hasSize(1);
        assertThat(remarks.getFirst().is(MailFailure.FOLDER_RIGHTS)).isTrue();
        assertThat(remarks.getFirst().arguments().getFirst()).isEqualTo(new Argument.Folder(FolderPath.of("Closed")));
    }
}
