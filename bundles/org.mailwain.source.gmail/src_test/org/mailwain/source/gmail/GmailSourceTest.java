package org.mailwain.source.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.demo.gmail.GmailLanguage;
import org.mailwain.demo.gmail.SystemLabel;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.MailFailure;
import org.mailwain.tck.memory.MemoryBodies;

/** Labels, by each strategy; what Gmail hides; what it says when it has enough. */
class GmailSourceTest {
    private static final OffsetDateTime DATE = OffsetDateTime.parse("2021-05-06T07:08:09Z");

    private GmailFixture gmail;
    private long bytes;

    private void start(LabelStrategy strategy, GmailLanguage language) {
        gmail = new GmailFixture(strategy, language, new ServerOptions());
        gmail.mailbox.create("Work");
        gmail.mailbox.create("Work/Größe & Co");
        gmail.mailbox.create("Home");
        deliver("archived");
        deliver("inbox", gmail.mailbox.name(SystemLabel.INBOX));
        deliver("inbox and work", gmail.mailbox.name(SystemLabel.INBOX), "Work");
        deliver("both", "Work", "Home");
        deliver("deep", "Work", "Work/Größe & Co");
        deliver("sent", gmail.mailbox.name(SystemLabel.SENT), "Home");
        deliver("spam", gmail.mailbox.name(SystemLabel.SPAM));
        deliver("important", gmail.mailbox.name(SystemLabel.IMPORTANT));
    }

    private long deliver(String subject, String... labels) {
        byte[] mail = ("Message-ID: <" + subject.replace(' ', '-') + "@example.com>\r\nSubject: " + subject
                        + "\r\n\r\ntext\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        bytes += mail.length;
        return gmail.mailbox.deliver(mail, DATE, Set.of("\\Seen"), labels);
    }

    @AfterEach
    void stop() throws IOException {
        if (gmail != null) {
            gmail.close();
        }
    }

    private static SessionContext context() {
        return new SessionContext(
                Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
    }

    /** By folder: subjects of what is kept there, with the keywords that it gets. */
    private Map<String, List<String>> kept(String... priority) throws FailureException {
        Map<String, List<String>> kept = new TreeMap<>();
        try (MailboxReader reader = gmail.open(context(), priority)) {
            Map<FolderPath, List<ListedItem>> here = listed(reader);
            List<FetchRequest> requests = new ArrayList<>();
            here.forEach((path, items) -> {
                List<ListedItem> own = items.stream()
                        .filter(item -> item.preferred().isEmpty())
                        .toList();
                requests.add(new FetchRequest(path, own, FetchRequest.Part.FULL));
            });
            reader.fetch(Feed.of(requests), new FetchSink() {
                @Override
                public void item(FetchRequest request, ListedItem item, Body body) {
                    String subject = subject(body);
                    String words = String.join(" ", item.flags().keywords());
                    kept.computeIfAbsent(request.folder().toString(), f -> new ArrayList<>())
                            .add((subject + " " + words).strip());
                }

                @Override
                public void vanished(FetchRequest request, List<ListedItem> items) {
                    throw new AssertionError(items);
                }

                @Override
                public void failed(FetchRequest request, List<ListedItem> items, Failure failure)
                        throws FailureException {
                    throw new FailureException(failure);
                }
            });
        }
        return kept;
    }

    private static String subject(Body body) {
        try (body;
                var in = body.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.substring(text.indexOf("Subject: ") + 9, text.indexOf("\r\n\r\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<FolderPath, List<ListedItem>> listed(MailboxReader reader) throws FailureException {
        Map<FolderPath, List<ListedItem>> all = new LinkedHashMap<>();
        List<ListRequest> requests = reader.folders().stream()
                .filter(Folder::selectable)
                .map(folder -> ListRequest.all(folder.path()))
                .toList();
        reader.list(Feed.of(requests), new ListSink() {
            @Override
            public void begin(ListRequest request, FolderStatus status) {
                all.put(request.folder(), new ArrayList<>());
            }

            @Override
            public void page(FolderPath folder, List<ListedItem> items) {
                all.get(folder).addAll(items);
            }

            @Override
            public void end(FolderPath folder) {
                // all are there
            }

            @Override
            public void failed(FolderPath folder, Failure failure) throws FailureException {
                throw new FailureException(failure);
            }
        });
        return all;
    }

    @Test
    void oneFolderForEachMessageAndItsOtherLabelsAsKeywords() throws Exception {
        start(LabelStrategy.ONE_FOLDER, GmailLanguage.ENGLISH);
        assertThat(kept())
                .isEqualTo(Map.of(
                        "INBOX", List.of("inbox", "inbox and work Work"),
                        "Home", List.of("both Work", "sent"),
                        "Work/Größe & Co", List.of("deep Work"),
                        "[Gmail]/Spam", List.of("spam"),
                        "[Gmail]/All Mail", List.of("archived", "important $Important")));
        assertThat(gmail.mailbox.account().served())
                .as("each message is read once")
                .isEqualTo(bytes);
    }

    @Test
    void thePriorityOfLabelsIsOnesOwn() throws Exception {
        start(LabelStrategy.ONE_FOLDER, GmailLanguage.ENGLISH);
        assertThat(kept("work", "Home"))
                .containsEntry("Work", List.of("inbox and work", "both Home"))
                .containsEntry("Work/Größe & Co", List.of("deep Work"))
                .containsEntry("INBOX", List.of("inbox"));
    }

    @Test
    void aCopyForEachLabelAndTheArchiveForTheRest() throws Exception {
        start(LabelStrategy.COPY_PER_LABEL, GmailLanguage.GERMAN);
        assertThat(kept())
                .isEqualTo(Map.of(
                        "INBOX", List.of("inbox", "inbox and work Work"),
                        "Home", List.of("both Work", "sent"),
                        "Work", List.of("inbox and work", "both Home", "deep Work/Gr&APYA3w-e_&-_Co"),
                        "Work/Größe & Co", List.of("deep Work"),
                        "[Gmail]/Gesendet", List.of("sent Home"),
                        "[Gmail]/Spam", List.of("spam"),
                        "[Gmail]/Alle Nachrichten", List.of("archived", "important $Important")));
    }

    @Test
    void allMailIntoTheArchive() throws Exception {
        start(LabelStrategy.ALL_MAIL, GmailLanguage.JAPANESE);
        Map<String, List<String>> kept = kept();
        assertThat(kept).containsOnlyKeys("[Gmail]/すべてのメール", "[Gmail]/迷惑メール");
        assertThat(kept.get("[Gmail]/すべてのメール"))
                .hasSize(7)
                .contains("both Home Work", "deep Work Work/Gr&APYA3w-e_&-_Co");
        assertThat(gmail.mailbox.account().served()).isEqualTo(bytes);
        try (MailboxReader reader = gmail.open(context())) {
            assertThat(reader.folders().stream().filter(f -> f.specialUse().contains(SpecialUse.ARCHIVE)))
                    .hasSize(1);
        }
    }

    /** The second session of a mailbox did not list: it asks for the numbers once. */
    @Test
    void whatAnotherSessionListedIsReadAllTheSame() throws Exception {
        start(LabelStrategy.ONE_FOLDER, GmailLanguage.ENGLISH);
        List<ListedItem> items;
        FolderPath work = FolderPath.of("Work");
        try (MailboxReader reader = gmail.open(context())) {
            items = listed(reader).get(work);
        }
        long gone = deliver("gone", "Work");
        gmail.mailbox.remove(gone);
        List<String> read = new ArrayList<>();
        try (MailboxReader reader = gmail.open(context())) {
            ListedItem unknown = new ListedItem(
                    ItemId.ofNumber(gone), 10, null, items.getFirst().flags());
            List<ListedItem> all = new ArrayList<>(items);
            all.add(unknown);
            reader.fetch(Feed.of(List.of(new FetchRequest(work, all, FetchRequest.Part.FULL))), new FetchSink() {
                @Override
                public void item(FetchRequest request, ListedItem item, Body body) {
                    read.add(subject(body));
                }

                @Override
                public void vanished(FetchRequest request, List<ListedItem> those) {
                    read.add("vanished " + those.size());
                }

                @Override
                public void failed(FetchRequest request, List<ListedItem> those, Failure failure) {
                    read.add(failure.toString());
                }
            });
        }
        assertThat(read).containsExactlyInAnyOrder("vanished 1", "inbox and work", "both", "deep");
    }

    private List<Failure> remarks() throws FailureException {
        List<Failure> remarks = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        new GmailSource()
                .probe(
                        gmail.endpoint(gmail.gmail.server().port()),
                        GmailFixture.login(GmailFixture.PASSWORD),
                        context(),
                        new ProbeSink() {
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
                                failures.add(failure);
                            }
                        });
        assertThat(failures).isEmpty();
        return remarks;
    }

    @Test
    void whatIsHiddenIsNoticedAndTheRestIsKeptOnce() throws Exception {
        start(LabelStrategy.ALL_MAIL, GmailLanguage.ENGLISH);
        assertThat(remarks()).isEmpty();
        gmail.mailbox.hide(gmail.mailbox.name(SystemLabel.ALL));
        gmail.mailbox.hide(gmail.mailbox.name(SystemLabel.TRASH));
        assertThat(remarks())
                .extracting(Failure::code)
                .containsExactly(GmailFailure.ALL_MAIL_HIDDEN.code(), GmailFailure.TRASH_HIDDEN.code());
        assertThat(kept())
                .as("without All Mail each message is kept by the order of labels")
                .containsEntry("INBOX", List.of("inbox", "inbox and work Work"))
                .containsEntry("[Gmail]/Important", List.of("important $Important"));
    }

    @Test
    void aLimitOnTheMessagesOfAFolderIsNoticed() throws Exception {
        gmail = new GmailFixture();
        for (int i = 0; i < 1_000; i++) {
            deliver("m" + i);
        }
        assertThat(remarks()).extracting(Failure::code).containsExactly(GmailFailure.LIMITED.code());
    }

    @Test
    void tooManyConnectionsAndTooManyBytesAreWaitedFor() throws Exception {
        gmail = new GmailFixture(
                LabelStrategy.ONE_FOLDER,
                GmailLanguage.ENGLISH,
                new ServerOptions().maxConnections(1).maxServed(100));
        deliver("one", gmail.mailbox.name(SystemLabel.INBOX));
        deliver("two", gmail.mailbox.name(SystemLabel.INBOX));
        try (MailboxReader first = gmail.open(context())) {
            assertThat(first.folders()).isNotEmpty();
            assertFails(MailFailure.LIMIT, () -> gmail.open(context()).close());
        }
        assertFails(MailFailure.THROTTLED, this::kept);
        assertFails(MailFailure.THROTTLED, () -> gmail.open(context()).close());
    }

    private interface Failing {
        void run() throws Exception;
    }

    private static void assertFails(MailFailure code, Failing call) {
        assertThatThrownBy(call::run).asInstanceOf(type(FailureException.class)).satisfies(e -> {
            assertThat(e.failure().code()).isEqualTo(code.code());
            assertThat(e.failure().retryable()).isEqualTo(code.retryable());
        });
    }

    @Test
    void aServerThatIsNotGmailIsToldSo() throws Exception {
        gmail = new GmailFixture();
        try (DemoServer other = DemoServer.start(new ServerOptions().encryption(Encryption.NONE))) {
            other.add(GmailFixture.USER, GmailFixture.PASSWORD);
            assertFails(
                    MailFailure.CAPABILITY_MISSING,
                    () -> new GmailSource()
                            .open(gmail.endpoint(other.port()), GmailFixture.login(GmailFixture.PASSWORD), context())
                            .close());
        }
    }

    @Test
    void keywordsAreAtoms() {
        assertThat(Keywords.of("Work/Größe & Co")).isEqualTo("Work/Gr&APYA3w-e_&-_Co");
        assertThat(Keywords.of("a(b)\"c\\d%*{e]")).isEqualTo("a_b__c_d___e_");
        assertThat(Keywords.of("日本語")).isEqualTo("&ZeVnLIqe-");
        assertThat(Keywords.of("x\r\ny")).isEqualTo("x__y");
    }

    @Test
    void eachCodeAndEachSettingHasItsTexts() {
        GmailFailureTexts texts = new GmailFailureTexts();
        for (GmailFailure code : GmailFailure.values()) {
            assertThat(texts.text(code.with(FolderPath.INBOX, 1000L), Locale.ROOT)
                            .orElseThrow()
                            .sentence())
                    .isNotBlank()
                    .doesNotContain("{");
        }
        assertThat(ResourceBundle.getBundle("org.mailwain.source.gmail.messages", Locale.ROOT)
                        .keySet())
                .hasSize(2 * GmailFailure.values().length);
        assertThat(ResourceBundle.getBundle("org.mailwain.source.gmail.GmailSettings", Locale.ROOT)
                        .keySet())
                .contains("labels", "priority", "keywords")
                .hasSize(6);
    }
}
