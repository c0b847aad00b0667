package org.mailwain.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphSimulatorTest {
    private static final String MAIL = "/v1.0/users/anna@contoso.example";
    private static final String MIME = "Message-ID: <1@a.example>\r\nDate: Mon, 1 Jan 2018 10:00:00 +0000\r\n"
            + "From: A <a@a.example>\r\nTo: b@b.example\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n"
            + "X-Mailwain-Key: k1\r\n\r\nText\r\n";

    private GraphSimulator simulator;
    private Application application;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        start(SimulatorOptions.DEFAULT.limitedTo(Limits.NONE));
    }

    private void start(SimulatorOptions options) throws Exception {
        if (simulator != null) {
            simulator.close();
        }
        simulator = GraphSimulator.start(options);
        simulator.tenant().domain("contoso.example", true).domain("contoso.onmicrosoft.com", true);
        simulator.tenant().mailbox("anna@contoso.example");
        application = simulator.tenant().register("s3cret", Application.MIGRATION);
        client = new Client(simulator, simulator.token(application));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private StoredMessage only(String... folder) {
        List<StoredMessage> all = simulator
                .tenant()
                .find("anna@contoso.example")
                .mailbox()
                .at(List.of(folder))
                .messages();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void theSignInGivesTokensForTheRightSecretAlone() throws Exception {
        String path = "/" + simulator.tenant().id() + "/oauth2/v2.0/token";
        String form = "grant_type=client_credentials&client_id=" + application.id()
                + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_secret=";
        String type = "application/x-www-form-urlencoded";
        Client.Got got = client.send("POST", path, type, form + "s3cret");
        assertThat(got.status()).isEqualTo(200);
        assertThat(new Client(simulator, got.json().path("access_token").asText())
                        .get(MAIL + "/mailFolders")
                        .status())
                .isEqualTo(200);
        Client.Got wrong = client.send("POST", path, type, form + "other");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("error_description").asText()).startsWith("AADSTS7000215");
    }

    @Test
    void mimeIsAlwaysADraftOfNow() throws Exception {
        Client.Got made = client.mime(MAIL + "/mailFolders/inbox/messages", MIME);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("isDraft").asBoolean()).isTrue();
        assertThat(made.json().path("subject").asText()).isEqualTo("Grüße");
        assertThat(only("Inbox").received()).isEqualTo(only("Inbox").created());
        assertThat(only("Inbox").mime()).isEqualTo(MIME.getBytes(StandardCharsets.UTF_8));
        client.send("PATCH", MAIL + "/messages/" + made.id(), "application/json", "{\"isDraft\":false}");
        assertThat(only("Inbox").draft()).as("the draft bit after a change").isTrue();
    }

    @Test
    void importedMimeIsNoDraftAndWantsItsOwnPermission() throws Exception {
        String path = "/beta/users/anna@contoso.example/mailFolders/inbox/importMime";
        assertThat(client.mime(path, MIME).status()).isEqualTo(403);
        Application more = simulator.tenant().register("x", Set.of("Mail-Advanced.ReadWrite.All"));
        assertThat(new Client(simulator, simulator.token(more)).mime(path, MIME).status())
                .isEqualTo(201);
        assertThat(only("Inbox").draft()).isFalse();
    }

    @Test
    void jsonKeepsWhatExtendedPropertiesSayAtCreationAndNothingElse() throws Exception {
        String json = "{\"subject\":\"s\",\"receivedDateTime\":\"2001-01-01T00:00:00Z\",%s}";
        String properties = "\"singleValueExtendedProperties\":[{\"id\":\"Integer 0x0E07\",\"value\":\"1\"},"
                + "{\"id\":\"SystemTime 0x0E06\",\"value\":\"2019-05-15T12:00:00Z\"}]";
        client.post(MAIL + "/mailFolders/inbox/messages", json.formatted("\"importance\":\"low\""));
        assertThat(only("Inbox").draft()).isTrue();
        assertThat(only("Inbox").received()).isEqualTo(only("Inbox").created());
        client.post(MAIL + "/mailFolders/archive/messages", json.formatted(properties));
        StoredMessage kept = only("Archive");
        assertThat(kept.draft()).isFalse();
        assertThat(kept.read()).isTrue();
        assertThat(kept.received()).hasToString("2019-05-15T12:00:00Z");
    }

    @Test
    void whatTheServiceRefusesIsRefused() throws Exception {
        String inbox = MAIL + "/mailFolders/inbox/messages";
        assertThat(client.send("POST", inbox, "text/plain", "%%%").code())
                .isEqualTo("ErrorMimeContentInvalidBase64String");
        assertThat(client.mime(inbox, "Subject: x\n\nbare\n").code()).isEqualTo("UnableToDeserializePostBody");
        assertThat(client.post(inbox, "{\"subjekt\":\"x\"}").status()).isEqualTo(400);
        assertThat(client.mime(inbox, MIME + "x".repeat(3_300_000)).status()).isEqualTo(413);
        assertThat(client.post(
                                inbox,
                                "{\"subject\":\"x\",\"internetMessageHeaders\":[{\"name\":\"To\",\"value\":\"\"}]}")
                        .code())
                .isEqualTo("InvalidInternetMessageHeader");
        Mailbox mailbox = simulator.tenant().find("anna@contoso.example").mailbox();
        String search = mailbox.at(List.of("Unread Mail")).id();
        assertThat(client.mime(MAIL + "/mailFolders/" + search + "/messages", MIME)
                        .status())
                .isEqualTo(403);
        assertThat(client.get(MAIL + "/mailFolders/inbox/messages?$where=x").status())
                .isEqualTo(400);
        assertThat(simulator.tenant().find("anna@contoso.example").mailbox().size())
                .isZero();
    }

    @Test
    void tokensAreOfThisTenantAndInTime() throws Exception {
        try (GraphSimulator other = GraphSimulator.start(SimulatorOptions.DEFAULT)) {
            Application there = other.tenant().register("s", Application.MIGRATION);
            assertThat(new Client(simulator, other.token(there))
                            .get(MAIL + "/mailFolders")
                            .status())
                    .isEqualTo(401);
        }
        simulator.revokeTokens();
        assertThat(client.get(MAIL + "/mailFolders").code()).isEqualTo("InvalidAuthenticationToken");
        Application poor = simulator.tenant().register("s", Set.of("User.Read.All"));
        Client poorly = new Client(simulator, simulator.token(poor));
        assertThat(poorly.get(MAIL + "/mailFolders").status()).isEqualTo(403);
        Application exchange = simulator
                .tenant()
                .register(new Application(
                        UUID.randomUUID(), "", List.of(), Set.of(), Set.of("Mail.ReadWrite"), Set.of()));
        assertThat(new Client(simulator, simulator.token(exchange))
                        .get(MAIL + "/mailFolders")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void foldersComeInPagesOfTenAndTheirNamesHaveNoCase() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(client.post(MAIL + "/mailFolders/inbox/childFolders", "{\"displayName\":\"F" + i + "\"}")
                            .status())
                    .isEqualTo(201);
        }
        assertThat(client.post(MAIL + "/mailFolders/inbox/childFolders", "{\"displayName\":\"f3\"}")
                        .code())
                .isEqualTo("ErrorFolderExists");
        Client.Got page = client.get(MAIL + "/mailFolders/inbox/childFolders");
        assertThat(page.json().path("value")).hasSize(10);
        String next = page.json()
                .path("@odata.nextLink")
                .asText()
                .substring(simulator.base().length());
        assertThat(client.get(next).json().path("value")).hasSize(2);
        Client.Got top = client.get(MAIL + "/mailFolders?$top=100");
        assertThat(names(top)).doesNotContain("Unread Mail").contains("Inbox");
        assertThat(names(client.get(MAIL + "/mailFolders?$top=100&includeHiddenFolders=true")))
                .contains("Unread Mail");
    }

    private static List<String> names(Client.Got got) {
        return StreamSupport.stream(got.json().path("value").spliterator(), false)
                .map(f -> f.path("displayName").asText())
                .toList();
    }

    @Test
    void keysAreFoundByExtendedPropertyAndMovesKeepTheImmutableId() throws Exception {
        Client.Got made = client.mime(MAIL + "/messages", MIME);
        String property = "String {00020386-0000-0000-C000-000000000046} Name X-Mailwain-Key";
        String filter = "/messages?$filter=singleValueExtendedProperties/any(e:e/id eq '" + property
                + "' and e/value eq 'k1')&$expand=singleValueExtendedProperties($filter=id eq '" + property + "')";
        Client.Got found = client.get(MAIL + "/mailFolders/drafts" + filter);
        assertThat(found.json().path("value")).hasSize(1);
        assertThat(found.json()
                        .path("value")
                        .get(0)
                        .path("singleValueExtendedProperties")
                        .get(0)
                        .path("value")
                        .asText())
                .isEqualTo("k1");
        Client.Got moved = client.post(MAIL + "/messages/" + made.id() + "/move", "{\"destinationId\":\"inbox\"}");
        assertThat(moved.id()).isEqualTo(made.id());
        assertThat(only("Inbox").id()).isEqualTo(made.id());
    }

    @Test
    void largeAttachmentsGoByUploadSessions() throws Exception {
        String message = client.post(MAIL + "/messages", "{\"subject\":\"x\"}").id();
        Client.Got session = client.post(
                MAIL + "/messages/" + message + "/attachments/createUploadSession",
                "{\"AttachmentItem\":{\"attachmentType\":\"file\",\"name\":\"a\",\"size\":4000001}}");
        String url = session.json()
                .path("uploadUrl")
                .asText()
                .substring(simulator.base().length());
        assertThat(put(url, 0, 3_000_000, 4_000_001).status()).isEqualTo(200);
        assertThat(put(url, 2_000_000, 1_000_000, 4_000_001).status()).isEqualTo(416);
        assertThat(put(url, 3_000_000, 1_000_001, 4_000_001).status()).isEqualTo(201);
        assertThat(only("Drafts").attachments().getFirst().content()).hasSize(4_000_001);
    }

    private Client.Got put(String url, int from, int length, int total) throws Exception {
        return client.upload(url, "x".repeat(length), "bytes " + from + "-" + (from + length - 1) + "/" + total);
    }

    @Test
    void aBatchAnswersEachRequestByItself() throws Exception {
        Client.Got got = client.post(
                "/v1.0/$batch",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/anna@contoso.example/mailFolders/inbox\"},"
                        + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/users/anna@contoso.example/mailFolders/none\"},"
                        + "{\"id\":\"3\",\"method\":\"GET\",\"url\":\"/users\",\"dependsOn\":[\"2\"]}]}");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("responses").findValuesAsText("status")).containsExactly("200", "404", "424");
    }

    @Test
    void tooManyRequestsAreRefusedWithATime() throws Exception {
        start(SimulatorOptions.DEFAULT.limitedTo(
                new Limits(4, 5, Duration.ofSeconds(2), 1 << 20, Duration.ofSeconds(2))));
        for (int i = 0; i < 5; i++) {
            assertThat(client.get(MAIL + "/mailFolders").status()).isEqualTo(200);
        }
        Client.Got refused = client.get(MAIL + "/mailFolders");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whatIsCutAfterTheWriteStandsThere() throws Exception {
        simulator.faults().next(1, Faults.Arrived::creates, new Faults.Effect.CutAfter());
        assertThatThrownBy(() -> client.mime(MAIL + "/mailFolders/inbox/messages", MIME))
                .isInstanceOf(IOException.class);
        only("Inbox");
        simulator.faults().next(1, Faults.Arrived::creates, new Faults.Effect.Cut());
        assertThatThrownBy(() -> client.mime(MAIL + "/mailFolders/archive/messages", MIME))
                .isInstanceOf(IOException.class);
        assertThat(simulator.tenant().find("anna@contoso.example").mailbox().size())
                .isEqualTo(MIME.length());
    }

    @Test
    void aMailboxComesWithALicenceSomeTimeLater() throws Exception {
        start(SimulatorOptions.DEFAULT.timed(Duration.ofHours(1), Duration.ofMillis(500)));
        Sku sku = Sku.of("EXCHANGESTANDARD", "EXCHANGE_S_STANDARD", 1);
        simulator.tenant().sku(sku);
        String user = "{\"accountEnabled\":true,\"displayName\":\"B\",\"mailNickname\":\"b\",\"userPrincipalName\":"
                + "\"%s@contoso.example\",\"passwordProfile\":{\"password\":\"Secret-123\"}}";
        assertThat(client.post("/v1.0/users", user.formatted("b")).status()).isEqualTo(201);
        String path = "/v1.0/users/b@contoso.example";
        String give = "{\"addLicenses\":[{\"skuId\":\"" + sku.id() + "\",\"disabledPlans\":[]}],\"removeLicenses\":[]}";
        assertThat(client.post(path + "/assignLicense", give).status())
                .as("without a usage location")
                .isEqualTo(400);
        assertThat(client.send("PATCH", path, "application/json", "{\"usageLocation\":\"DE\"}")
                        .status())
                .isEqualTo(204);
        assertThat(client.post(path + "/assignLicense", give).status()).isEqualTo(200);
        assertThat(client.get(path + "/mailFolders/inbox").status()).isEqualTo(404);
        Thread.sleep(600);
        assertThat(client.get(path + "/mailFolders/inbox").status()).isEqualTo(200);
        assertThat(client.get("/v1.0/subscribedSkus")
                        .json()
                        .path("value")
                        .get(0)
                        .path("consumedUnits")
                        .asInt())
                .isEqualTo(1);
    }
}
