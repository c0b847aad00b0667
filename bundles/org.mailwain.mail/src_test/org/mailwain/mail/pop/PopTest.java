package org.mailwain.mail.pop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Security;
import org.mailwain.tck.Mail;
import org.mailwain.tck.memory.MemoryBodies;

/** What POP3 servers do beside the standard; the contract itself is held by the source's tests. */
@Timeout(30)
class PopTest {
    private static final String TOKEN = "t0ken-that-shows-nowhere";

    private final MemoryBodies bodies = new MemoryBodies();
    private final Pop pop = new Pop();
    private ScriptedPop server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedPop();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        assertThat(bodies.open()).as("bodies left open").isZero();
        assertThat(server.commands()).noneMatch(line -> line.startsWith("DELE"));
    }

    private MailboxReader open() throws FailureException {
        return open(SignIn.password("someone", Secret.of("pass word")));
    }

    private MailboxReader open(SignIn signIn) throws FailureException {
        PopSettings settings = PopSettings.of("127.0.0.1", Optional.of(server.port()), Security.NONE)
                .within(Duration.ofSeconds(3), Duration.ofSeconds(1));
        SessionContext context =
                new SessionContext(Cancel.NEVER, bodies, LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
        return pop.reader(settings, new Login("someone", signIn, Optional.empty()), context);
    }

    private static List<ListedItem> list(MailboxReader session) throws FailureException {
        List<ListedItem> all = new ArrayList<>();
        session.list(Feed.of(List.of(ListRequest.all(FolderPath.INBOX))), new ListSink() {
            @Override
            public void begin(ListRequest request, FolderStatus status) {
                assertThat(status.next()).isEqualTo(1);
            }

            @Override
            public void page(FolderPath folder, List<ListedItem> items) {
                all.addAll(items);
            }

            @Override
            public void end(FolderPath folder) {
                assertThat(folder).isEqualTo(FolderPath.INBOX);
            }

            @Override
            public void failed(FolderPath folder, Failure failure) throws FailureException {
                throw new FailureException(failure);
            }
        });
        return all;
    }

    /** Items with their bytes as ISO 8859-1; failures as their codes. */
    private record Got(ListedItem item, String text) {}

    private static List<Got> fetch(MailboxReader session, FetchRequest.Part part) throws FailureException {
        return fetch(session, list(session), part);
    }

    private static List<Got> fetch(MailboxReader session, List<ListedItem> items, FetchRequest.Part part)
            throws FailureException {
        List<Got> all = new ArrayList<>();
        FetchRequest request = new FetchRequest(FolderPath.INBOX, items, part);
        session.fetch(Feed.of(List.of(request)), new FetchSink() {
            @Override
            public void item(FetchRequest asked, ListedItem item, Body body) {
                try (body) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    body.writeTo(bytes);
                    all.add(new Got(item, bytes.toString(StandardCharsets.ISO_8859_1)));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void vanished(FetchRequest asked, List<ListedItem> those) {
                those.forEach(item -> all.add(new Got(item, "vanished")));
            }

            @Override
            public void failed(FetchRequest asked, List<ListedItem> those, Failure failure) {
                those.forEach(item -> all.add(new Got(item, failure.code())));
            }
        });
        return all;
    }

    private static String text(int number) {
        return new String(Mail.number(number).bytes(), StandardCharsets.ISO_8859_1);
    }

    private void assertFails(FailureCode code) {
        assertThatThrownBy(() -> {
                    try (MailboxReader session = open()) {
                        fetch(session, FetchRequest.Part.FULL);
                    }
                })
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code.code()));
    }

    private ScriptedPop threeOfWhichTwoAreEqual() {
        return server.with("abc", Mail.number(1).bytes())
                .with("xyz", Mail.number(2).bytes())
                .with("abc", Mail.number(1).bytes());
    }

    @Test
    void equalMessagesMayShareAUidl() throws Exception {
        threeOfWhichTwoAreEqual();
        List<ItemId> ids;
        FolderState before;
        try (MailboxReader session = open()) {
            ids = list(session).stream().map(ListedItem::id).toList();
            before = session.state(FolderPath.INBOX).state();
        }
        assertThat(ids).extracting(ItemId::toString).containsExactly("abc", "xyz", "abc 2");
        server.without(0);
        try (MailboxReader session = open()) {
            assertThat(list(session)).extracting(ListedItem::id).containsExactly(ids.get(1), ids.get(0));
            assertThat(session.compare(before, session.state(FolderPath.INBOX).state()))
                    .isEqualTo(Growth.LIST_AGAIN);
        }
    }

    @Test
    void growthIsSeenByTheSessionThatHasTheList() throws Exception {
        threeOfWhichTwoAreEqual();
        FolderState before;
        try (MailboxReader session = open()) {
            before = session.state(FolderPath.INBOX).state();
        }
        server.with("new", Mail.number(3).bytes());
        try (MailboxReader session = open()) {
            assertThat(session.compare(before, session.state(FolderPath.INBOX).state()))
                    .isEqualTo(Growth.GROWN);
        }
    }

    @Test
    void headersStandInForAMissingUidl() throws Exception {
        threeOfWhichTwoAreEqual().answer("UIDL", "-ERR unknown\r\n").capabilities(null);
        List<ItemId> ids;
        try (MailboxReader session = open()) {
            ids = list(session).stream().map(ListedItem::id).toList();
            assertThat(ids).hasSize(3).doesNotHaveDuplicates();
            assertThat(fetch(session, FetchRequest.Part.FULL))
                    .extracting(Got::text)
                    .containsExactly(text(1), text(2), text(1));
        }
        server.without(1);
        try (MailboxReader session = open()) {
            assertThat(list(session)).extracting(ListedItem::id).containsExactly(ids.get(0), ids.get(2));
        }
    }

    @Test
    void withoutUidlAndTopThereIsNoWay() {
        threeOfWhichTwoAreEqual().answer("UIDL", "-ERR\r\n").answer("TOP", "-ERR\r\n");
        assertFails(PopFailure.NO_IDENTITY);
    }

    @Test
    void aServerWithoutTopGivesHeadersByRetr() throws Exception {
        threeOfWhichTwoAreEqual().capabilities("UIDL\r\n").answer("TOP", "-ERR\r\n");
        try (MailboxReader session = open()) {
            List<Got> got = fetch(session, FetchRequest.Part.HEADER);
            assertThat(got).hasSize(3).allMatch(g -> g.text().endsWith("\r\n\r\n"));
            assertThat(got.getFirst().text()).isEqualTo(text(1).substring(0, text(1).indexOf("\r\n\r\n") + 4));
        }
    }

    @Test
    void withoutPipeliningOneCommandWaitsForTheOther() throws Exception {
        threeOfWhichTwoAreEqual().capabilities("UIDL\r\nTOP\r\nUSER\r\n");
        try (MailboxReader session = open()) {
            assertThat(session.traits().pipelining()).isEqualTo(1);
            assertThat(fetch(session, FetchRequest.Part.FULL))
                    .extracting(Got::text)
                    .containsExactly(text(1), text(2), text(1));
        }
    }

    @Test
    void nothingIsDeletedAndTheServerIsToldSo() throws Exception {
        threeOfWhichTwoAreEqual();
        try (MailboxReader session = open()) {
            fetch(session, FetchRequest.Part.FULL);
        }
        assertThat(server.commands()).endsWith("RSET", "QUIT");
    }

    @Test
    void aMessageThatCannotBeReadFailsAlone() throws Exception {
        threeOfWhichTwoAreEqual().answer("RETR 2", "-ERR [SYS/TEMP] disk\r\n");
        try (MailboxReader session = open()) {
            assertThat(fetch(session, FetchRequest.Part.FULL))
                    .extracting(Got::text)
                    .containsExactly(text(1), MailFailure.MESSAGE_UNREADABLE.code(), text(1));
        }
    }

    @Test
    void dotsAndLongLinesComeThrough() throws Exception {
        String odd = "A: b\r\n\r\n.\r\n..\r\n.x\r\nbare\n.\nlf\rcr\r\n" + "y".repeat(3_000_000) + "\r\n";
        server.with("a", odd.getBytes(StandardCharsets.ISO_8859_1)).with("b", ".first: dot\r\n\r\n\r\n".getBytes());
        try (MailboxReader session = open()) {
            List<Got> got = fetch(session, FetchRequest.Part.FULL);
            assertThat(got.get(0).text().equals(odd)).as("same text").isTrue();
            assertThat(got.get(1).text()).isEqualTo(".first: dot\r\n\r\n\r\n");
        }
    }

    @Test
    void theDateIsThatOfTheTopmostReceivedThatHasOne() throws Exception {
        server.with("a", header("Received: from x; never", "Received: from y;\r\n\tTue, 3 Feb 2015 10:11:12 +0100"))
                .with("b", header("Received: no date", "Date: 4 Mar 15 05:06:07 EST (east; of here)"))
                .with("c", header("Received: by z; Fri, 1 Jan 2999 00:00:00 +0000", "Date: nonsense"));
        try (MailboxReader session = open()) {
            assertThat(fetch(session, FetchRequest.Part.HEADER))
                    .extracting(got -> got.item().received())
                    .containsExactly(
                            Instant.parse("2015-02-03T09:11:12Z"), Instant.parse("2015-03-04T10:06:07Z"), null);
        }
    }

    private static byte[] header(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\nbody\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aTokenIsSentOnALineOfItsOwn() throws Exception {
        threeOfWhichTwoAreEqual().answer("AUTH XOAUTH2", "+ \r\n");
        SignIn signIn =
                new SignIn(SignIn.Mechanism.XOAUTH2, "me@example.org", Optional.empty(), () -> Secret.of(TOKEN));
        try (MailboxReader session = open(signIn)) {
            assertThat(list(session)).hasSize(3);
        }
        assertThat(server.commands()).contains("AUTH XOAUTH2");
    }

    @Test
    void aRefusedTokenIsToldAndNotShown() {
        server.answer("CAPA", "+OK\r\nSASL XOAUTH2\r\n.\r\n")
                .answer("AUTH XOAUTH2", "+ \r\n")
                .answer("dXNlcj", "+ eyJzdGF0dXMiOiI0MDEifQ==\r\n")
                .answer("", "-ERR [AUTH] no\r\n");
        SignIn signIn =
                new SignIn(SignIn.Mechanism.XOAUTH2, "me@example.org", Optional.empty(), () -> Secret.of(TOKEN));
        assertThatThrownBy(() -> open(signIn)).isInstanceOfSatisfying(FailureException.class, e -> {
            assertThat(e.failure().is(MailFailure.SIGN_IN_REJECTED)).isTrue();
            assertThat(e.toString() + e.failure()).doesNotContain(TOKEN);
        });
    }

    @Test
    void aLockedMailboxIsTriedAgainLater() {
        server.capabilities("USER\r\n").answer("PASS", "-ERR [IN-USE] wait\r\n");
        assertFails(PopFailure.LOCKED);
        assertThat(PopFailure.LOCKED.retryable()).isTrue();
    }

    @Test
    void aLineBreakInAPasswordIsNotSent() {
        server.capabilities("USER\r\n");
        SignIn signIn = SignIn.password("someone", Secret.of("a\r\nDELE 1"));
        assertThatThrownBy(() -> open(signIn)).isInstanceOf(FailureException.class);
        assertThat(server.commands()).noneMatch(line -> line.startsWith("PASS"));
    }

    @Test
    void whateverAnswersInsteadOfPopIsNamed() {
        server.greeting("* OK [CAPABILITY IMAP4rev1] ready");
        assertFails(PopFailure.NOT_POP);
    }

    @Test
    void aLineWithoutEndEndsTheSession() {
        server.answer("LIST", "+OK " + "x".repeat(2_000_000));
        assertFails(MailFailure.LINE_TOO_LONG);
    }

    @Test
    void aMessageFarAboveItsSizeEndsTheSession() {
        server.with("a", Mail.number(1).bytes()).answer("RETR 1", "+OK\r\n" + "A: b\r\n".repeat(500_000));
        assertFails(MailFailure.LITERAL_TOO_LARGE);
    }

    @Test
    void numbersThatDoNotExistEndTheSession() {
        threeOfWhichTwoAreEqual().answer("UIDL", "+OK\r\n1 a\r\n2 b\r\n4 c\r\n.\r\n");
        assertFails(MailFailure.MALFORMED);
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        server.with("a", Mail.number(1).bytes()).answer("RETR 1", "+OK\r\nA: b\r\n");
        assertFails(MailFailure.CONNECTION_STALLED);
    }

    /** What was read stays read, by its UIDL, whatever session looks at it. */
    @Test
    void fiftyThousandMessagesAreListedInOneGoAndOnlyTheNewOneIsReadLater() throws Exception {
        byte[] small = Mail.number(1).bytes();
        for (int i = 0; i < 50_000; i++) {
            server.with("uidl-" + i, small);
        }
        Set<ItemId> known = new HashSet<>();
        FolderState before;
        try (MailboxReader session = open()) {
            before = session.state(FolderPath.INBOX).state();
            list(session).forEach(item -> known.add(item.id()));
        }
        assertThat(known).hasSize(50_000);
        assertThat(server.commands()).hasSizeLessThan(15);
        server.with("new", Mail.number(2).bytes());
        List<Got> got = new ArrayList<>();
        try (MailboxReader session = open()) {
            assertThat(session.compare(before, session.state(FolderPath.INBOX).state()))
                    .isEqualTo(Growth.GROWN);
            List<ListedItem> fresh = list(session).stream()
                    .filter(item -> !known.contains(item.id()))
                    .toList();
            assertThat(fresh).hasSize(1);
            got.addAll(fetch(session, fresh, FetchRequest.Part.FULL));
        }
        assertThat(got).extracting(Got::text).containsExactly(text(2));
        assertThat(server.commands().stream().filter(line -> line.startsWith("RETR") || line.startsWith("TOP")))
                .containsExactly("RETR 50001");
    }
}
