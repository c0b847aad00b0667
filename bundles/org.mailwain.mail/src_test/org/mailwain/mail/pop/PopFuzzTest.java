package org.mailwain.mail.pop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
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
import org.mailwain.mail.Security;
import org.mailwain.mail.support.Broken;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.tck.memory.MemoryBodies;

/**
 * A whole session's answers with bytes changed, lost and doubled: whatever comes of it, only a failure may leave the
 * session, nothing stays open, and ids stay within their bounds.
 */
@Timeout(60)
class PopFuzzTest {
    private static final String BEGIN =
            "+OK ready <1.2@pop>\r\n+OK\r\nUSER\r\nTOP\r\nUIDL\r\n%sSASL PLAIN XOAUTH2\r\n.\r\n+OK in\r\n"
                    + "+OK\r\nUIDL\r\n%sTOP\r\nEXPIRE NEVER\r\n.\r\n+OK 3 420\r\n+OK 3 messages\r\n1 140\r\n2 140\r\n3 140\r\n.\r\n";
    private static final String UIDLS = "+OK\r\n1 abc\r\n2 x~!y\r\n3 abc\r\n.\r\n";
    private static final String MESSAGE =
            "+OK 140 octets\r\nReceived: from a by b;\r\n\tTue, 3 Feb 2015 10:11:12 +0100\r\n"
                    + "Date: 4 Mar 15 05:06:07 EST\r\nSubject: a\r\n\r\n..stuffed\r\nbody\r\n.\r\n";

    /** Answers to RSET and QUIT, which are waited for. */
    private static final String LEAVE = "+OK\r\n+OK bye\r\n";

    private final MemoryBodies bodies = new MemoryBodies();

    @RepeatedTest(200)
    void brokenAnswersAreFailuresAtMost(RepetitionInfo info) throws Exception {
        Random random = new Random(info.getCurrentRepetition());
        String pipelining = random.nextBoolean() ? "PIPELINING\r\n" : "";
        String names = random.nextInt(4) == 0 ? "-ERR what?\r\n" + MESSAGE.repeat(3) : UIDLS;
        byte[] broken =
                Broken.bytes(BEGIN.formatted(pipelining, pipelining) + names + MESSAGE.repeat(3) + LEAVE, random);
        try (ScriptedServer server = new ScriptedServer(line -> {
            line.raw(broken);
            line.hush();
        })) {
            try (MailboxReader session = open(server.port())) {
                fetch(session, list(session));
            } catch (FailureException e) {
                assertThat(e.failure().code()).startsWith("mail.");
            }
        }
        assertThat(bodies.open()).isZero();
    }

    @Test
    void whatIsBrokenIsUnderstoodWhereItIsWhole() throws Exception {
        for (String pipelining : List.of("", "PIPELINING\r\n")) {
            byte[] whole = (BEGIN.formatted(pipelining, pipelining) + UIDLS + MESSAGE.repeat(3) + LEAVE)
                    .getBytes(StandardCharsets.US_ASCII);
            try (ScriptedServer server = new ScriptedServer(line -> {
                        line.raw(whole);
                        line.hush();
                    });
                    MailboxReader session = open(server.port())) {
                List<ListedItem> items = list(session);
                assertThat(items).hasSize(3);
                assertThat(fetch(session, items)).isEqualTo(3);
            }
        }
    }

    private MailboxReader open(int port) throws FailureException {
        PopSettings settings = PopSettings.of("127.0.0.1", Optional.of(port), Security.NONE)
                .within(Duration.ofSeconds(2), Duration.ofSeconds(2));
        Login login = new Login("someone", SignIn.password("someone", Secret.of("word")), Optional.empty());
        return new Pop()
                .reader(
                        settings,
                        login,
                        new SessionContext(Cancel.NEVER, bodies, LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC()));
    }

    private static List<ListedItem> list(MailboxReader session) throws FailureException {
        List<ListedItem> all = new ArrayList<>();
        session.list(Feed.of(List.of(ListRequest.all(FolderPath.INBOX))), new ListSink() {
            @Override
            public void begin(ListRequest request, FolderStatus status) {
                assertThat(status.count()).isNotNegative();
            }

            @Override
            public void page(FolderPath folder, List<ListedItem> items) {
                all.addAll(items);
            }

            @Override
            public void end(FolderPath folder) {
                assertThat(all).extracting(ListedItem::id).doesNotHaveDuplicates();
            }

            @Override
            public void failed(FolderPath folder, Failure failure) {
                assertThat(failure.code()).startsWith("mail.");
            }
        });
        assertThat(all).extracting(ListedItem::id).allMatch(id -> id.bytes().length <= 512);
        return all;
    }

    private static int fetch(MailboxReader session, List<ListedItem> items) throws FailureException {
        FetchRequest request = new FetchRequest(FolderPath.INBOX, items, FetchRequest.Part.FULL);
        AtomicInteger bodies = new AtomicInteger();
        session.fetch(Feed.of(List.of(request)), new FetchSink() {
            @Override
            public void item(FetchRequest asked, ListedItem item, Body body) {
                try (body) {
                    body.writeTo(OutputStream.nullOutputStream());
                    bodies.incrementAndGet();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void vanished(FetchRequest asked, List<ListedItem> those) {
                throw new AssertionError("nothing was removed");
            }

            @Override
            public void failed(FetchRequest asked, List<ListedItem> those, Failure failure) {
                assertThat(failure.code()).startsWith("mail.");
            }
        });
        return bodies.get();
    }
}
