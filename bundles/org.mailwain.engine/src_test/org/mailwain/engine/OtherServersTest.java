package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryGmail;
import org.mailwain.tck.memory.MemoryGraph;
import org.mailwain.tck.memory.MemoryMessage;
import org.mailwain.tck.memory.MemoryOptions;
import org.mailwain.tck.memory.MemorySettings;

/** A source with labels, and a target that keeps our keys, rewrites messages and knows no numbers. */
class OtherServersTest {
    private static MemoryGraph graph(World world) {
        MemoryGraph graph = new MemoryGraph(MemoryOptions.IMAP.clock(world.clock));
        world.to.with("anna@example.org", graph::open);
        return graph;
    }

    /** How many messages of each subject a folder holds; what Graph serves is written anew. */
    private static Map<String, List<String>> subjects(MemoryGraph graph) {
        Map<String, List<String>> subjects = new TreeMap<>();
        for (Folder folder : graph.folders()) {
            List<String> names = new ArrayList<>();
            for (MemoryMessage message : graph.messages(folder.path())) {
                names.add(World.line(message));
            }
            subjects.put(folder.path().toString(), names.stream().sorted().toList());
        }
        return subjects;
    }

    private static void holds(World world, MemoryGraph graph, Map<String, List<String>> expected, String when)
            throws FailureException {
        assertThat(Differences.of(subjects(graph), expected)).as(when).isEmpty();
        assertThat(world.records().values())
                .as(when)
                .allMatch(FolderRecord::settled)
                .allMatch(r -> r.counts().balances());
    }

    private static Map<String, List<String>> undisturbed() throws FailureException {
        try (World world = new World()) {
            MemoryGraph graph = graph(world);
            MailboxJobTest.sample(world);
            MailboxResult result = world.run();
            assertThat(result.failure()).isNull();
            assertThat(result.evidence().of(ItemOutcome.COPIED)).isEqualTo(32);
            assertThat(result.evidence().marks()).doesNotContainKey(ItemMark.MAY_BE_DOUBLED);
            assertThat(world.run().copied()).isZero();
            return subjects(graph);
        }
    }

    @Test
    void doublesNothingOnATargetWithKeysWhereverItBreaks() throws FailureException {
        Map<String, List<String>> expected = undisturbed();
        for (Faults.Point point : List.of(Faults.Point.APPEND, Faults.Point.ANSWER)) {
            for (long passage = 1; passage <= 32; passage++) {
                for (boolean dies : new boolean[] {true, false}) {
                    String when = point + " " + passage + (dies ? " dies" : " cut");
                    try (World world = new World()) {
                        MemoryGraph graph = graph(world);
                        MailboxJobTest.sample(world);
                        Steps steps = Steps.endless();
                        world.steps = steps;
                        graph.faults().landLate(Duration.ofSeconds(passage % 6));
                        graph.faults().inFlight(2);
                        if (dies) {
                            graph.faults().at(point, passage).run(steps::die);
                        }
                        graph.faults().at(point, passage).cut();
                        world.run();
                        world.steps = null;
                        world.run();
                        holds(world, graph, expected, when);
                        assertThat(world.run().copied()).as(when).isZero();
                    }
                }
            }
        }
    }

    @Test
    void recognisesByKeyWhenTheLedgerIsLost() throws FailureException {
        Map<String, List<String>> expected = undisturbed();
        try (World world = new World()) {
            MemoryGraph graph = graph(world);
            MailboxJobTest.sample(world);
            world.run();
            world.loseLedger();
            assertThat(world.run().copied()).isZero();
            holds(world, graph, expected, "lost");
        }
    }

    @Test
    void looksAgainAtWhatCameDuringAPass() throws FailureException {
        try (World world = new World()) {
            MemoryGraph graph = graph(world);
            MailboxJobTest.sample(world);
            Content dual = Content.of(World.mail(700, "dual"));
            graph.faults()
                    .at(Faults.Point.APPEND, 5)
                    .run(() -> graph.deliver(World.INBOX, dual, Flags.NONE, world.clock.instant()));
            world.run();
            world.source.deliver(World.INBOX, World.mail(700, "dual"));
            MailboxResult second = world.run();
            assertThat(second.copied()).isZero();
            assertThat(second.evidence().of(ItemOutcome.ALREADY_THERE)).isEqualTo(1);
        }
    }

    @Test
    void copiesALabelledMessageIntoEachFolderAndOnceIntoOne() throws FailureException {
        for (boolean together : new boolean[] {false, true}) {
            try (World world = new World()) {
                MemoryGmail gmail = new MemoryGmail(MemoryGmail.ENGLISH, MemoryOptions.IMAP.clock(world.clock));
                world.sources = new Labels(gmail);
                FolderPath work = FolderPath.of("Work");
                FolderPath home = FolderPath.of("Home");
                gmail.create(work);
                gmail.create(home);
                ItemId both = gmail.deliver(work, Content.of(World.mail(1, "both")), Flags.NONE, Instant.EPOCH);
                gmail.label(both, home);
                gmail.deliver(home, Content.of(World.mail(2, "one")), Flags.NONE, Instant.EPOCH);
                String to = together ? "Labels" : "*";
                world.rules = new FolderRules(
                        FolderRules.SpecialUseMapping.OFF,
                        Optional.empty(),
                        List.of(
                                new FolderRule("Work", Optional.of(together ? "Labels" : "Work")),
                                new FolderRule("Home", Optional.of(together ? "Labels" : "Home")),
                                new FolderRule("**", Optional.empty())),
                        true,
                        true);
                MailboxResult result = world.run();
                assertThat(result.failure()).as(to).isNull();
                assertThat(result.copied()).isEqualTo(together ? 2 : 3);
                assertThat(result.evidence().of(ItemOutcome.KEPT_ELSEWHERE)).isEqualTo(together ? 1 : 0);
                assertThat(result.evidence().balances()).isTrue();
                assertThat(gmail.special(SpecialUse.ALL)).isNotNull();
                assertThat(world.run().copied()).isZero();
            }
        }
    }

    /** A label that comes later, before or behind the folder that brought the message, which may show nothing of it. */
    @ParameterizedTest
    @CsvSource({"Alpha,true", "Alpha,false", "Work,true", "Work,false"})
    void aLabelThatComesLaterBringsNoSecondCopy(String later, boolean shown) throws FailureException {
        try (World world = new World()) {
            MemoryGmail gmail = new MemoryGmail(MemoryGmail.ENGLISH, MemoryOptions.IMAP.clock(world.clock));
            world.sources = new Labels(gmail);
            FolderPath home = FolderPath.of("Home");
            FolderPath label = FolderPath.of(later);
            gmail.create(home);
            gmail.create(label);
            world.rules = new FolderRules(
                    FolderRules.SpecialUseMapping.OFF,
                    Optional.empty(),
                    List.of(
                            new FolderRule("Home", Optional.of("Labels")),
                            new FolderRule(later, Optional.of("Labels")),
                            new FolderRule("**", Optional.empty())),
                    true,
                    true);
            ItemId one = gmail.deliver(home, Content.of(World.mail(1, "one")), Flags.NONE, Instant.EPOCH);
            assertThat(world.run().copied()).isEqualTo(1);
            if (shown) {
                gmail.label(one, label);
            } else {
                gmail.labelQuietly(one, label);
            }
            for (int i = 2; i < 4; i++) {
                MailboxResult result = world.run();
                assertThat(result.copied()).isZero();
                assertThat(result.evidence().of(ItemOutcome.KEPT_ELSEWHERE)).isEqualTo(1);
                assertThat(result.evidence().balances()).isTrue();
                gmail.deliver(label, Content.of(World.mail(i, "more")), Flags.NONE, Instant.EPOCH);
                assertThat(world.run().copied()).isEqualTo(1);
            }
            assertThat(world.target.messages(FolderPath.of("Labels"))).hasSize(3);
            gmail.renewEpoch(home);
            assertThat(world.run().copied()).isZero();
            assertThat(world.target.messages(FolderPath.of("Labels"))).hasSize(3);
        }
    }

    @Test
    void aMessageThatIsCopiedIntoSeveralFoldersIsReadOnceInTheirOrder() throws FailureException {
        try (World world = new World()) {
            MemoryGmail gmail = new MemoryGmail(MemoryGmail.ENGLISH, MemoryOptions.IMAP.clock(world.clock));
            world.sources = new Labels(gmail);
            List<FolderPath> labels = List.of(FolderPath.of("A"), FolderPath.of("B"), FolderPath.of("C"));
            labels.forEach(gmail::create);
            int messages = 60;
            for (int i = 0; i < messages; i++) {
                ItemId id = gmail.deliver(
                        labels.get(i % 3),
                        Content.of(World.mail(i, "m" + i)),
                        Flags.NONE,
                        Instant.EPOCH.plusSeconds(i));
                for (int j = 0; j < 3; j++) {
                    if (i % 3 != j && i % (j + 2) == 0) {
                        gmail.label(id, labels.get(j));
                    }
                }
            }
            world.rules = new FolderRules(
                    FolderRules.SpecialUseMapping.OFF,
                    Optional.empty(),
                    List.of(new FolderRule("[Gmail]/**", Optional.empty())),
                    true,
                    true);
            MailboxPlan plan;
            try (Engine engine = world.engine()) {
                plan = new Planner(engine, world.batch(), world.logins(), null, world.cancel)
                        .plan(world.rows.getFirst());
            }
            long once = gmail.messages(gmail.special(SpecialUse.ALL)).stream()
                    .mapToLong(m -> m.content().size())
                    .sum();
            assertThat(plan.bytes() - plan.again()).isEqualTo(once);
            assertThat(plan.again()).isPositive();
            gmail.faults().at(Faults.Point.ITEM, 25).cut();

            MailboxResult result = world.run();

            assertThat(result.failure()).isNull();
            assertThat(result.copied()).isGreaterThan(messages);
            // the connection is lost once before a message comes, which is asked for again
            assertThat(gmail.faults().passed(Faults.Point.ITEM)).isEqualTo(messages + 1);
            for (FolderPath label : labels) {
                assertThat(world.target.messages(label))
                        .extracting(m -> World.line(m))
                        .isEqualTo(
                                gmail.messages(label).stream().map(World::line).toList());
            }
            assertThat(world.folder.resolve(".mailwain/spool"))
                    .satisfiesAnyOf(
                            spool -> assertThat(spool).doesNotExist(),
                            spool -> assertThat(spool).isEmptyDirectory());
        }
    }

    /** The one mailbox with labels, whoever signs in. */
    private record Labels(MemoryGmail gmail) implements SourceProvider {
        @Override
        public MailboxReader open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
            return gmail.open(context);
        }

        @Override
        public String kind() {
            return "from";
        }

        @Override
        public Class<? extends Record> settings() {
            return MemorySettings.class;
        }

        @Override
        public String address(Endpoint endpoint) {
            return "from:source";
        }

        @Override
        public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) {
            // nothing to try
        }
    }
}
