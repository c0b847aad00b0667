package org.mailwain.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Standing;
import org.mailwain.mail.Compression;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;
import org.mailwain.tck.memory.MemoryBodies;

/** Reader and writer between real servers, with the oddest mail that there is. */
class RealServersTest {
    private static final String USER = Rig.user(1);
    private static final FolderPath HARD = FolderPath.of("Hard cases");

    private final Imap imap = new Imap();
    private final MemoryBodies bodies = new MemoryBodies();
    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.with(Server.SOURCE, Server.TARGET);
        rig.wipe(Server.TARGET);
    }

    private ImapSettings settings(Server server, Security security) {
        int port = security == Security.TLS ? rig.imaps(server) : rig.imap(server);
        return ImapSettings.of("localhost", Optional.of(port), security).trusting(new Trust.CaFile(rig.ca()));
    }

    private MailboxReader reader(Server server, Security security) throws Exception {
        return imap.reader(
                settings(server, security), CopyBench.login(USER), CopyBench.context(bodies), ImapProfile.PLAIN);
    }

    private MailboxWriter writer(Server server, Security security) throws Exception {
        return imap.writer(
                settings(server, security), CopyBench.login(USER), CopyBench.context(bodies), ImapProfile.PLAIN);
    }

    private Copy copy(Server from, Server to, int perAppend) throws Exception {
        Copy copy = new Copy(perAppend);
        copy.run(() -> reader(from, Security.TLS), () -> writer(to, Security.STARTTLS));
        assertThat(bodies.open()).as("bodies left open").isZero();
        return copy;
    }

    @Test
    void everythingMovableArrivesAsItIsAndTheSourceStaysAsItWas() throws Exception {
        rig.wipe(Server.SOURCE);
        rig.seed("--users", "1", "--messages", "300", "--profile", "hard", "--movable");
        List<String> before = snapshot(Server.SOURCE);
        Copy copy = copy(Server.SOURCE, Server.TARGET, 100);
        assertThat(copy.notStored).isEmpty();
        assertThat(copy.refused).isEmpty();
        assertThat(copy.sized).isEqualTo(copy.stored);
        Rig.Result same = rig.verify("--source-user", USER, "--target-user", USER);
        assertThat(same.good()).as(same.output()).isTrue();
        assertThat(snapshot(Server.SOURCE)).isEqualTo(before);
    }

    @Test
    void compressionChangesNothing() throws Exception {
        Rig.with(Server.CYRUS);
        rig.wipe(Server.SOURCE);
        rig.wipe(Server.CYRUS);
        rig.seed("--users", "1", "--messages", "100", "--profile", "mixed");
        ImapSettings squeezed = settings(Server.CYRUS, Security.TLS).compressed(Compression.ON);
        Copy there = new Copy(100);
        there.run(
                () -> reader(Server.SOURCE, Security.NONE),
                () -> imap.writer(squeezed, CopyBench.login(USER), CopyBench.context(bodies), ImapProfile.PLAIN));
        Copy back = new Copy(100);
        back.run(
                () -> imap.reader(squeezed, CopyBench.login(USER), CopyBench.context(bodies), ImapProfile.PLAIN),
                () -> writer(Server.TARGET, Security.NONE));
        assertThat(there.notStored).isEmpty();
        assertThat(back.notStored).isEmpty();
        Rig.Result same = rig.verify("--source-user", USER, "--target-user", USER);
        assertThat(same.good()).as(same.output()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Server.class,
            names = {"SOURCE", "COURIER", "CYRUS"})
    void readingChangesNothing(Server server) throws Exception {
        Rig.with(server);
        rig.wipe(Server.SOURCE);
        rig.seed("--users", "1", "--messages", "60", "--profile", "small");
        if (server != Server.SOURCE) {
            rig.wipe(server);
            copy(Server.SOURCE, server, 100);
        }
        List<String> before = snapshot(server);
        assertThat(before).hasSizeGreaterThan(60);
        try (MailboxReader reader = reader(server, Security.TLS)) {
            List<FolderPath> paths = reader.folders().stream()
                    .filter(Folder::selectable)
                    .map(Folder::path)
                    .toList();
            Copy.Listed listed = list(reader, paths);
            for (FolderPath path : paths) {
                Map<Long, HeaderIdentity> read = identities(reader, path, listed.items.get(path));
                assertThat(read).hasSameSizeAs(listed.items.get(path));
            }
        }
        assertThat(snapshot(server)).isEqualTo(before);
    }

    private static Copy.Listed list(MailboxReader reader, List<FolderPath> paths) throws Exception {
        Copy.Listed listed = new Copy.Listed();
        reader.list(Feed.of(paths.stream().map(ListRequest::all).toList()), listed);
        return listed;
    }

    /** Ids, flags and counters of every folder, by a client of the test's own, itself only reading. */
    private List<String> snapshot(Server server) throws IOException {
        List<String> all = new ArrayList<>();
        String modseq = server == Server.COURIER ? "" : " HIGHESTMODSEQ";
        try (RawClient client = new RawClient(rig.imap(server), USER, Rig.PASSWORD)) {
            for (String folder : client.folders()) {
                all.addAll(client.lines(
                        "STATUS " + folder + " (UIDVALIDITY UIDNEXT MESSAGES UNSEEN RECENT" + modseq + ")"));
                client.lines("EXAMINE " + folder);
                all.addAll(client.lines("UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE)"));
            }
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(
            value = Server.class,
            names = {"TARGET", "COURIER", "CYRUS"})
    void whatStandsThereIsRecognisedByItsHeader(Server server) throws Exception {
        Rig.with(server);
        rig.wipe(Server.SOURCE);
        rig.wipe(server);
        rig.seed("--users", "1", "--messages", "20", "--profile", "hardmail");
        Copy copy = copy(Server.SOURCE, server, 1);
        assertThat(copy.refused).as("refused").hasSizeLessThan(8).allMatch(f -> f.scope() == Scope.MESSAGE);
        Map<Long, HeaderIdentity> read;
        try (MailboxReader reader = reader(server, Security.TLS)) {
            read = identities(reader, HARD, list(reader, List.of(HARD)).items.get(HARD));
        }
        List<Standing> standing = new ArrayList<>();
        try (MailboxWriter writer = writer(server, Security.NONE)) {
            Mark start = Mark.startOf(writer.state(HARD).epoch());
            writer.settle(HARD, start, standing::addAll);
        }
        assertThat(standing).hasSameSizeAs(read.keySet()).hasSizeGreaterThan(70);
        assertThat(standing)
                .allSatisfy(s -> assertThat(s.identity().fingerprint())
                        .isEqualTo(read.get(s.position()).fingerprint()));
    }

    private Map<Long, HeaderIdentity> identities(MailboxReader reader, FolderPath folder, List<ListedItem> items)
            throws Exception {
        Map<Long, HeaderIdentity> identities = new HashMap<>();
        FetchRequest request = new FetchRequest(folder, items, FetchRequest.Part.FULL);
        reader.fetch(Feed.of(List.of(request)), new FetchSink() {
            @Override
            public void item(FetchRequest of, ListedItem item, Body body) {
                try (body;
                        var in = body.open()) {
                    byte[] bytes = in.readAllBytes();
                    identities.put(item.id().number(), HeaderIdentity.of(bytes, bytes.length));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void vanished(FetchRequest of, List<ListedItem> gone) {
                throw new AssertionError("vanished " + gone);
            }

            @Override
            public void failed(FetchRequest of, List<ListedItem> unread, Failure failure) {
                throw new AssertionError(failure.toString());
            }
        });
        return identities;
    }
}
