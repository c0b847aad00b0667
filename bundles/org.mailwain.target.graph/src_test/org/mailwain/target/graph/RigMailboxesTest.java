package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.signin.SignIn;
import org.mailwain.engine.MailboxResult;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.source.imap.ImapSource;
import org.mailwain.tck.wire.ImapHand;

/**
 * Mailboxes of a real server, with all that is odd in them, by each strategy: what stands in the tenant's own storage is
 * compared with what the server serves to somebody else. More of them with {@code -Dmailwain.graph.rig-messages=…}.
 */
class RigMailboxesTest {
    private static final int SOME = 70;
    private static final int MESSAGES = Integer.getInteger("mailwain.graph.rig-messages", SOME);
    private static final Map<String, String> SEEDED = new ConcurrentHashMap<>();
    /** The one of 40 MB, which the rule for what Exchange takes leaves out. */
    private static final int TOO_LARGE_IN_HARD = 1;

    /** All that is odd by each strategy; ordinary mail by one, and by each where more was asked for. */
    static Stream<Arguments> cases() {
        boolean more = MESSAGES > SOME;
        return Stream.of("mixed", "hard")
                .flatMap(profile -> Arrays.stream(Strategy.values())
                        .filter(strategy -> more || profile.equals("hard") || strategy == Strategy.JSON)
                        .map(strategy -> Arguments.of(strategy, profile)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMessageArrivesAsTheStrategyCan(Strategy strategy, String profile) throws Exception {
        Rig rig = Rig.with(Server.SOURCE);
        String user = SEEDED.computeIfAbsent(profile, name -> seeded(rig, name));
        try (Migration migration = migration(new GraphFixture(strategy, true), rig, user);
                ImapHand hand = new ImapHand("127.0.0.1", rig.imap(Server.SOURCE), user, Rig.PASSWORD)) {
            MailboxResult result = migration.run();
            assertThat(result.failure()).isNull();
            assertThat(result.failedFolders()).isZero();
            int left = profile.equals("hard") ? TOO_LARGE_IN_HARD : 0;
            long all = messagesOnDisk(rig, user);
            assertThat(result.evidence().of(ItemOutcome.SKIPPED_BY_RULE)).isEqualTo(left);
            assertThat(result.copied()).isEqualTo(all - left);
            migration.ledger(mailbox -> {
                for (FolderLedger pair : mailbox.folders()) {
                    compare(hand, migration.tenant, pair);
                }
            });
            assertThat(migration.run().copied()).isZero();
        }
    }

    private static String seeded(Rig rig, String profile) {
        int number = profile.equals("mixed") ? 1 : 2;
        rig.seed("--first", "" + number, "--messages", "" + MESSAGES, "--profile", profile);
        return Rig.user(number);
    }

    private static Migration migration(GraphFixture tenant, Rig rig, String user) {
        GraphSettings settings = tenant.settings()
                .within(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(20))
                .limited(new Bytes(150_000_000), 4, 100_000, new Bytes(10L << 30));
        ImapSettings imap = ImapSettings.of("127.0.0.1", Optional.of(rig.imap(Server.SOURCE)), Security.NONE);
        Login login = new Login(user, SignIn.password(user, Secret.of(Rig.PASSWORD)), Optional.empty());
        Endpoint from = new Endpoint("source", "imap", imap, EndpointLimits.DEFAULT);
        return new Migration(tenant, settings, new ImapSource(), from, login);
    }

    private static long messagesOnDisk(Rig rig, String user) throws IOException {
        try (Stream<Path> all = Files.walk(rig.home().resolve("source/mail").resolve(user))) {
            return all.filter(file -> file.getParent().endsWith("cur")).count();
        }
    }

    /** Each message of the source has one of its own there, and nothing else is there. */
    private static void compare(ImapHand hand, GraphFixture tenant, FolderLedger pair)
            throws FailureException, IOException {
        List<StoredMessage> there = new ArrayList<>(
                tenant.mailbox().at(GraphFixture.names(pair.target())).messages());
        long made = there.stream().filter(message -> message.mime() == null).count();
        List<Arrival> missing = new ArrayList<>();
        for (Arrival arrival : hand.standing(pair.source()).stream()
                .filter(mail -> mail.bytes().length < 40_000_000)
                .map(Arrival::of)
                .toList()) {
            Optional<StoredMessage> its = there.stream().filter(arrival::isIn).findFirst();
            its.ifPresentOrElse(there::remove, () -> missing.add(arrival));
        }
        List<String> more = there.stream()
                .map(m -> m.subject() + " " + m.received() + " " + GraphFixture.flags(m) + " " + m.attachments())
                .toList();
        assertThat(missing)
                .as(pair.source() + " lacks, and has instead " + more)
                .isEmpty();
        assertThat(more).as(pair.source() + " has besides").isEmpty();
        if (tenant.settings().strategy() != Strategy.JSON) {
            long[] told = {0};
            pair.notes(page -> told[0] += page.stream()
                    .filter(item -> item.note().failure().is(GraphFailure.LESS_PARTS))
                    .count());
            assertThat(told[0]).as("made from parts, in " + pair.target()).isEqualTo(made);
        }
    }
}
