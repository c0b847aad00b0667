package org.mailwain.target.imap.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.engine.Difference;
import org.mailwain.engine.Difference.Kind;
import org.mailwain.engine.Ending;
import org.mailwain.engine.MailboxResult;
import org.mailwain.rig.Rig.Server;
import org.mailwain.target.imap.exact.Stage.Named;
import org.mailwain.target.imap.exact.Stage.Scene;
import org.mailwain.target.imap.exact.Stage.Trial;
import org.mailwain.tck.Mail;
import org.mailwain.tck.wire.ImapHand;

/** What people and servers do to folders between two runs, and to messages, on real servers. */
class ChangedTest {
    private static final FolderPath OTHER = FolderPath.of("Archive", "2024");
    private static final List<FolderPath> ALL =
            List.of(FolderPath.INBOX, Sample.SENT, Sample.ARCHIVE, OTHER, FolderPath.of("Kept"));
    private static final int NEW = 200;

    private static Stage stage;

    @BeforeAll
    static void servers() throws Exception {
        stage = new Stage(Server.COURIER);
    }

    /** After a first run. */
    private static Trial between(Trial trial) {
        return scene -> {
            Sample.fill(scene.source);
            Stage.good(scene.journey.run());
            trial.run(scene);
            assertThat(scene.journey.run().copied()).as("once more").isZero();
            assertThat(scene.journey.evidence()).isEmpty();
        };
    }

    private static long runs(Scene scene) throws Exception {
        MailboxResult result = scene.journey.run();
        Stage.good(result);
        return result.copied();
    }

    private static Map<String, List<String>> picture(ImapHand hand) throws Exception {
        return Sample.picture(hand, ALL);
    }

    private static void same(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        assertThat(Sample.differences(actual, expected)).isEmpty();
    }

    private static Map<String, Trial> changes() {
        Map<String, Trial> changes = new LinkedHashMap<>();
        changes.put("source numbered anew", scene -> {
            scene.source.renew(Sample.ARCHIVE);
            scene.source.deliver(Sample.ARCHIVE, Mail.number(NEW));
            assertThat(runs(scene)).isEqualTo(1);
            same(picture(scene.target), picture(scene.source));
        });
        changes.put("target numbered anew, with a loss", scene -> {
            scene.target.renew(Sample.ARCHIVE);
            scene.target.expunge(Sample.ARCHIVE, Mail.number(41).id());
            scene.source.deliver(Sample.ARCHIVE, Mail.number(NEW));
            assertThat(runs(scene)).isEqualTo(2);
            same(picture(scene.target), picture(scene.source));
        });
        changes.put("source folder renamed", scene -> {
            scene.source.rename(Sample.ARCHIVE, OTHER);
            assertThat(runs(scene)).isZero();
            same(picture(scene.target), picture(scene.source));
        });
        changes.put("source folder deleted", scene -> {
            Map<String, List<String>> before = picture(scene.target);
            scene.source.delete(Sample.ARCHIVE);
            assertThat(runs(scene)).isZero();
            same(picture(scene.target), before);
        });
        changes.put("target folder deleted", scene -> {
            scene.target.delete(Sample.ARCHIVE);
            scene.source.deliver(Sample.ARCHIVE, Mail.number(NEW));
            assertThat(runs(scene)).isEqualTo(8);
            same(picture(scene.target), picture(scene.source));
        });
        changes.put("target folder renamed", scene -> {
            List<String> before = picture(scene.target).get(Sample.ARCHIVE.toString());
            scene.target.rename(Sample.ARCHIVE, OTHER);
            scene.source.deliver(Sample.ARCHIVE, Mail.number(NEW));
            assertThat(runs(scene)).isEqualTo(8);
            Map<String, List<String>> expected = picture(scene.source);
            expected.put(OTHER.toString(), before);
            same(picture(scene.target), expected);
        });
        changes.put("target tidied", ChangedTest::tidied);
        return changes;
    }

    /** What a person removed or moved stays so; what comes later goes where it belongs. */
    private static void tidied(Scene scene) throws Exception {
        FolderPath kept = FolderPath.of("Kept");
        scene.target.create(kept);
        scene.target.expunge(Sample.ARCHIVE, Mail.number(41).id());
        scene.target.move(Sample.ARCHIVE, Mail.number(42).id(), kept);
        scene.target.move(FolderPath.INBOX, Mail.number(3).id(), kept);
        scene.target.deliver(Sample.ARCHIVE, Mail.number(Sample.FOREIGN));
        scene.source.deliver(Sample.ARCHIVE, Mail.number(NEW));
        Map<String, List<String>> expected = picture(scene.target);
        assertThat(runs(scene)).isEqualTo(1);
        Map<String, List<String>> actual = picture(scene.target);
        List<String> here = new ArrayList<>(actual.get(Sample.ARCHIVE.toString()));
        assertThat(here.removeIf(line -> line.startsWith(Mail.number(NEW).id())))
                .isTrue();
        assertThat(here).hasSize(5);
        actual.put(Sample.ARCHIVE.toString(), here);
        same(actual, expected);
    }

    @Test
    void whatChangesBetweenTwoRunsIsNeitherLostNorDoubled() throws Exception {
        List<Named> trials = new ArrayList<>();
        for (Between between : List.of(Between.DOVECOT, Between.CYRUS)) {
            changes().forEach((name, trial) -> trials.add(new Named(between, between + " " + name, between(trial))));
        }
        assertThat(stage.hold(trials)).isEmpty();
    }

    /** What fails with its folder fails for now: the cause may be gone by the next run. */
    @Test
    void aRightThatIsMissingIsAskedForAgainByTheNextRun() throws Exception {
        assertThat(stage.hold(List.of(new Named(Between.CYRUS, "a right on Cyrus", between(scene -> {
                    scene.target.rights(Sample.ARCHIVE, scene.user(), "lrsa");
                    scene.source.deliver(Sample.ARCHIVE, Mail.number(NEW));
                    MailboxResult denied = scene.journey.run();
                    assertThat(denied.ending()).isEqualTo(Ending.WITH_ERRORS);
                    assertThat(denied.evidence().of(ItemOutcome.FAILED)).isEqualTo(1);
                    scene.target.rights(Sample.ARCHIVE, scene.user(), "lrswipkxtecda");
                    assertThat(runs(scene)).isEqualTo(1);
                    same(picture(scene.target), picture(scene.source));
                })))))
                .isEmpty();
    }

    private static Mail eightBit() {
        String text = new String(Mail.number(NEW).bytes(), StandardCharsets.ISO_8859_1)
                .replace("From: Sender", "From: S\u00E9nder");
        return new Mail(
                Mail.number(NEW).id(),
                text.getBytes(StandardCharsets.ISO_8859_1),
                Flags.NONE,
                Mail.number(NEW).received());
    }

    private static Mail manyParts() {
        StringBuilder text = new StringBuilder(new String(Mail.number(NEW + 1).bytes(), StandardCharsets.US_ASCII));
        text.setLength(text.indexOf("MIME-Version:"));
        text.append("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("--b\r\nContent-Type: text/plain\r\n\r\npart ")
                    .append(i)
                    .append("\r\n");
        }
        text.append("--b--\r\n");
        return new Mail(
                Mail.number(NEW + 1).id(),
                text.toString().getBytes(StandardCharsets.US_ASCII),
                Flags.NONE,
                Mail.number(NEW + 1).received());
    }

    private static Trial compares(Mail mail, Kind kind, String... words) {
        return scene -> {
            Sample.fill(scene.source);
            scene.source.deliver(Sample.SENT, mail);
            Stage.good(scene.journey.run());
            List<Difference> differences = scene.journey.compare();
            assertThat(differences).extracting(Difference::kind).containsOnlyOnce(kind);
            assertThat(differences).extracting(Difference::kind).isSubsetOf(kind, Kind.REWRITTEN);
            assertThat(differences)
                    .filteredOn(d -> d.kind() == kind)
                    .allSatisfy(
                            d -> assertThat(d.reason().arguments().toString()).contains(words));
        };
    }

    @Test
    void contentIsComparedPartByPartWhereTheTargetRewrites() throws Exception {
        List<Named> trials = List.of(
                new Named(
                        Between.CYRUS, "an 8-bit header on Cyrus", compares(eightBit(), Kind.REWRITTEN, "header-8bit")),
                new Named(Between.COURIER, "2,000 parts on Courier", compares(manyParts(), Kind.CONTENT, "2000")));
        assertThat(stage.hold(trials)).isEmpty();
    }
}
