package org.mailwain.source.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.signin.SignIn;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.NewMessage;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Security;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;
import org.mailwain.tck.memory.MemoryBodies;

/** What is particular to Exchange, on a server in memory behind a {@link StrictLine}. */
class ExchangeSourceTest {
    private static final String USER = "alberta";
    private static final byte[] MAIL = "Subject: one\r\n\r\ntext\r\n".getBytes(StandardCharsets.US_ASCII);

    private DemoServer server;
    private StrictLine line;

    @BeforeEach
    void start() throws IOException {
        server = DemoServer.start(new ServerOptions().bare().encryption(Encryption.NONE));
        server.add(USER, "secret");
        line = new StrictLine(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        line.close();
        server.close();
    }

    private Endpoint endpoint(int port, String... mailFolders) {
        ImapSettings settings = ImapSettings.of("127.0.0.1", Optional.of(port), Security.NONE)
                .within(Duration.ofSeconds(5), Duration.ofSeconds(5));
        return new Endpoint(
                "old", "exchange", new ExchangeSettings(settings, List.of(mailFolders)), EndpointLimits.DEFAULT);
    }

    private static Login login(String password) {
        return new Login(USER, SignIn.password(USER, Secret.of(password)), Optional.empty());
    }

    private MailboxReader open(String... mailFolders) throws FailureException {
        SessionContext context = new SessionContext(
                Cancel.NEVER, new MemoryBodies(), LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
        return new ExchangeSource().open(endpoint(line.port(), mailFolders), login("secret"), context);
    }

    private static List<String> leftOut(MailboxReader reader) throws FailureException {
        return reader.folders().stream()
                .filter(folder -> folder.leftOut().isPresent())
                .map(folder ->
                        folder.path() + " " + folder.leftOut().orElseThrow().code())
                .sorted()
                .toList();
    }

    @Test
    void foldersWithoutMailAreListedAndSaidToBeLeftOut() throws Exception {
        for (String name : List.of(
                "Sent Items",
                "Kalender",
                "Kalender/Geburtstage",
                "タスク",
                "Notes",
                "Problèmes de synchronisation",
                "Work/Calendar")) {
            server.account(USER).folder(name);
        }
        try (MailboxReader reader = open()) {
            assertThat(leftOut(reader))
                    .containsExactlyInAnyOrder(
                            "Kalender exchange.folder.calendar",
                            "Kalender/Geburtstage exchange.folder.calendar",
                            "タスク exchange.folder.tasks",
                            "Notes exchange.folder.notes",
                            "Problèmes de synchronisation exchange.folder.sync");
            assertThat(reader.folders())
                    .extracting(Folder::path)
                    .contains(FolderPath.of("Sent Items"), FolderPath.of("Work", "Calendar"));
        }
        try (MailboxReader reader = open("notes")) {
            assertThat(leftOut(reader)).noneMatch(text -> text.startsWith("Notes"));
        }
    }

    @Test
    void commandsStayBelowTheLimitAndNobodyAsksForTheStructure() throws Exception {
        DemoFolder inbox = server.account(USER).folder("INBOX");
        List<Long> odd = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            long uid = inbox.append(NewMessage.of(MAIL, OffsetDateTime.parse("2020-01-01T00:00:00Z")));
            if (uid % 2 == 1) {
                odd.add(uid);
            }
        }
        inbox.remove(odd);
        try (MailboxReader reader = open()) {
            assertThat(reader.traits().size()).isEqualTo(Traits.Fidelity.LOOSE);
            List<ListedItem> items = new ArrayList<>();
            reader.list(Feed.of(List.of(ListRequest.all(FolderPath.INBOX))), new Items(items));
            assertThat(items).hasSize(3_000);
            Bodies bodies = new Bodies();
            reader.fetch(Feed.of(List.of(new FetchRequest(FolderPath.INBOX, items, FetchRequest.Part.FULL))), bodies);
            assertThat(bodies.read).isEqualTo(3_000);
        }
        assertThat(line.refused()).isEmpty();
        assertThat(line.commands().stream().filter(text -> text.contains("BODY.PEEK[]")))
                .as("sets of UIDs in several commands")
                .hasSizeGreaterThan(1)
                .allSatisfy(text -> assertThat(text.length()).isLessThan(10_000));
    }

    @Test
    void aSignInWithNothingBehindItIsExplained() throws Exception {
        server.faults().answer("LIST", 1, 9, "BAD User is authenticated but not connected.");
        assertThatThrownBy(() -> {
                    try (MailboxReader reader = open()) {
                        reader.folders();
                    }
                })
                .asInstanceOf(type(FailureException.class))
                .satisfies(e -> {
                    Failure failure = e.failure();
                    assertThat(failure.is(MailFailure.SIGN_IN_EMPTY))
                            .as(failure.toString())
                            .isTrue();
                    assertThat(failure.retryable()).isFalse();
                });
    }

    @Test
    void eachCodeHasItsTextsAndEachLanguageItsNames() {
        ExchangeFailureTexts texts = new ExchangeFailureTexts();
        for (ExchangeFailure code : ExchangeFailure.values()) {
            assertThat(texts.text(code.with(), Locale.ROOT).orElseThrow().sentence())
                    .isNotBlank();
            assertThat(OtherFolders.names()).containsValue(code);
        }
        assertThat(OtherFolders.names()).doesNotContainKey("").hasSizeGreaterThan(200);
        assertThat(ResourceBundle.getBundle("org.mailwain.source.exchange.messages", Locale.ROOT)
                        .keySet())
                .hasSize(2 * ExchangeFailure.values().length);
        assertThat(ResourceBundle.getBundle("org.mailwain.source.exchange.ExchangeSettings", Locale.ROOT)
                        .keySet())
                .containsExactlyInAnyOrder("mailFolders", "mailFolders.help");
    }

    @Nested
    class Provider implements ProviderContract, ProviderFixture {
        @Override
        public ProviderFixture fixture() {
            return this;
        }

        @Override
        public EndpointProvider provider() {
            return new ExchangeSource();
        }

        @Override
        public Endpoint endpoint() {
            return ExchangeSourceTest.this.endpoint(line.port());
        }

        @Override
        public Login login() {
            return ExchangeSourceTest.login("secret");
        }

        @Override
        public Optional<Login> wrongLogin() {
            return Optional.of(ExchangeSourceTest.login(WRONG_PASSWORD));
        }

        @Override
        public Optional<Endpoint> dead() {
            return Optional.of(ExchangeSourceTest.this.endpoint(1));
        }
    }

    private record Items(List<ListedItem> all) implements ListSink {
        @Override
        public void begin(ListRequest request, FolderStatus status) {
            all.clear();
        }

        @Override
        public void page(FolderPath folder, List<ListedItem> items) {
            all.addAll(items);
        }

        @Override
        public void end(FolderPath folder) {
            // all are there
        }

        @Override
        public void failed(FolderPath folder, Failure failure) throws FailureException {
            throw new FailureException(failure);
        }
    }

    private static final class Bodies implements FetchSink {
        private int read;

        @Override
        public void item(FetchRequest request, ListedItem item, Body body) {
            body.close();
            read++;
        }

        @Override
        public void vanished(FetchRequest request, List<ListedItem> items) {
            throw new AssertionError(items);
        }

        @Override
        public void failed(FetchRequest request, List<ListedItem> items, Failure failure) throws FailureException {
            throw new FailureException(failure);
        }
    }
}
