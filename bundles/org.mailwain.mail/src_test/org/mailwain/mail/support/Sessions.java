package org.mailwain.mail.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.Compression;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;

/** Sessions on servers of a test, and short words for what tests do with them. */
public final class Sessions {
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    public static final FolderPath INBOX = FolderPath.INBOX;
    public static final Duration SILENCE = Duration.ofMillis(600);

    public final MemoryBodies bodies = new MemoryBodies(1 << 20);
    public final List<Instant> holds = new ArrayList<>();
    private final Imap imap = new Imap();

    /** Something that fails. */
    public interface Failing {
        void run() throws Exception;
    }

    public static ImapSettings settings(int port) {
        return ImapSettings.of("127.0.0.1", Optional.of(port), Security.NONE)
                .compressed(Compression.OFF)
                .within(Duration.ofSeconds(2), SILENCE);
    }

    public static Login login() {
        return new Login("user", SignIn.password("user", Secret.of("pa55-w0rd")), Optional.empty());
    }

    public SessionContext context() {
        return context(Cancel.NEVER);
    }

    public SessionContext context(Cancel cancel) {
        LimitLease limits = new LimitLease() {
            @Override
            public void acquire(Kind kind, long amount) {
                // nothing is limited
            }

            @Override
            public void holdUntil(Instant moment) {
                holds.add(moment);
            }
        };
        return new SessionContext(cancel, bodies, limits, Asks.NOBODY, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public MailboxReader reader(ScriptedServer server) throws FailureException {
        return reader(settings(server.port()));
    }

    public MailboxReader reader(ImapSettings settings) throws FailureException {
        return imap.reader(settings, login(), context(), ImapProfile.PLAIN);
    }

    public MailboxReader reader(ImapSettings settings, Login login, Cancel cancel) throws FailureException {
        return imap.reader(settings, login, context(cancel), ImapProfile.PLAIN);
    }

    public MailboxWriter writer(ScriptedServer server) throws FailureException {
        return writer(settings(server.port()), Cancel.NEVER);
    }

    public MailboxWriter writer(ImapSettings settings, Cancel cancel) throws FailureException {
        return imap.writer(settings, login(), context(cancel), ImapProfile.PLAIN);
    }

    /** The failure with which a call ends. */
    public static Failure failure(Failing call) throws Exception {
        try {
            call.run();
        } catch (FailureException e) {
            return e.failure();
        }
        throw new AssertionError("no failure");
    }

    public static Collected list(MailboxReader reader, FolderPath... folders) throws FailureException {
        Collected collected = new Collected();
        List<ListRequest> requests = new ArrayList<>();
        for (FolderPath folder : folders) {
            requests.add(ListRequest.all(folder));
        }
        reader.list(Feed.of(requests), collected);
        return collected;
    }

    public static ListedItem item(long uid, long size) {
        return new ListedItem(ItemId.ofNumber(uid), size, null, Flags.NONE);
    }

    /** What came of a fetch, each as a line. */
    public List<String> fetch(MailboxReader reader, ListedItem... items) throws FailureException {
        List<String> lines = new ArrayList<>();
        FetchRequest request = new FetchRequest(INBOX, List.of(items), FetchRequest.Part.FULL);
        reader.fetch(Feed.of(List.of(request)), new FetchSink() {
            @Override
            public void item(FetchRequest of, ListedItem item, Body body) {
                try (body;
                        var in = body.open()) {
                    String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    lines.add(item.id() + " [" + item.flags() + "] " + item.received() + " " + text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void vanished(FetchRequest of, List<ListedItem> gone) {
                gone.forEach(item -> lines.add(item.id() + " vanished"));
            }

            @Override
            public void failed(FetchRequest of, List<ListedItem> unread, Failure failure) {
                unread.forEach(item -> lines.add(item.id() + " " + failure.code() + " " + failure.scope()));
            }
        });
        return lines;
    }

    public static AppendItem message(int number, Flags flags, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Body body = new MemoryBodies(1000).receive(new ByteArrayInputStream(bytes), bytes.length);
        return new AppendItem(new AppendKey(0, number), flags, Instant.parse("2020-02-03T04:05:06Z"), body);
    }

    /** The outcomes of one batch of messages called one, two and so on. */
    public static List<Outcome> append(MailboxWriter writer, int count) throws Exception {
        List<AppendItem> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            items.add(message(i, Flags.NONE, "Subject: " + i + "\r\n\r\n"));
        }
        List<Outcome> outcomes = new ArrayList<>();
        writer.append(Feed.of(List.of(new AppendBatch(INBOX, 1, items))), (batch, answers) -> outcomes.addAll(answers));
        return outcomes;
    }
}
