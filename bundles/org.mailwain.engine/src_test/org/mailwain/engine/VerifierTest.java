package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.engine.Difference.Kind;
import org.mailwain.engine.FolderVerdict.Proof;
import org.mailwain.engine.Verifier.Depth;
import org.mailwain.tck.memory.Content;

class VerifierTest extends Comparing {
    @ParameterizedTest
    @EnumSource(Depth.class)
    void samePairsAreGood(Depth depth) throws FailureException {
        MailboxJobTest.sample(world);
        copy(world);

        MailboxVerdict verdict = verify(depth);

        assertThat(verdict.good()).isTrue();
        assertThat(differences).isEmpty();
        FolderVerdict inbox = folder(verdict, "INBOX");
        assertThat(inbox.sourceItems()).isEqualTo(26);
        assertThat(inbox.targetItems()).isEqualTo(26);
        assertThat(inbox.same()).isEqualTo(26);
        assertThat(inbox.proof()).isEqualTo(depth == Depth.CONTENT ? Proof.CONTENT : Proof.SIZE);
        assertThat(inbox.sources()).containsExactly(World.INBOX);
        assertThat(verdict.folders()).extracting(f -> f.target().toString()).isSorted();
    }

    @Test
    void changesNothing() throws FailureException {
        MailboxJobTest.sample(world);
        put(world.target, World.mail(900, "theirs"));
        Map<String, List<String>> source = World.picture(world.source);
        Map<String, List<String>> target = World.picture(world.target);

        verify(Depth.CONTENT);

        assertThat(World.picture(world.source)).isEqualTo(source);
        assertThat(World.picture(world.target)).isEqualTo(target);
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void tellsWhatIsMissingAndWhatIsExtra(Depth depth) throws FailureException {
        both(1, 2, 3);
        put(world.source, World.mail(4, "lost"));
        put(world.target, World.mail(5, "theirs"));

        MailboxVerdict verdict = verify(depth);

        FolderVerdict inbox = folder(verdict, "INBOX");
        assertThat(verdict.good()).isFalse();
        assertThat(inbox.same()).isEqualTo(3);
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.MISSING, 1L, Kind.EXTRA, 1L));
        Difference missing = of(Kind.MISSING);
        assertThat(missing.subject()).isEqualTo("Message 4");
        assertThat(missing.sourceItem()).isEqualTo(last(world.source).id());
        assertThat(missing.size()).isEqualTo(World.mail(4, "lost").length);
        assertThat(missing.received()).isEqualTo(DAY);
        assertThat(missing.targetItem()).isNull();
        Difference extra = of(Kind.EXTRA);
        assertThat(extra.subject()).isEqualTo("Message 5");
        assertThat(extra.sourceFolder()).isNull();
        assertThat(extra.targetItem()).isEqualTo(last(world.target).id());
    }

    @Test
    void extraAloneIsGood() throws FailureException {
        both(1);
        put(world.target, World.mail(5, "theirs"));
        world.target.deliver(FolderPath.of("Theirs"), World.mail(6, "theirs"));

        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.good()).isTrue();
        assertThat(verdict.folders()).extracting(f -> f.target().toString()).containsExactly("INBOX");
    }

    @Test
    void findsOneByteThatIsAnother() throws FailureException {
        both(1);
        put(world.source, World.mail(2, "body A"));
        put(world.target, World.mail(2, "body B"));

        assertThat(verify(Depth.IDENTITY).good()).isTrue();
        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.good()).isFalse();
        assertThat(folder(verdict, "INBOX").differences()).isEqualTo(Map.of(Kind.CONTENT, 1L));
        Difference altered = of(Kind.CONTENT);
        assertThat(altered.source()).hasSize(64).isNotEqualTo(altered.target());
        assertThat(altered.target()).hasSize(64);
        assertThat(altered.subject()).isEqualTo("Message 2");
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void findsAnotherSize(Depth depth) throws FailureException {
        put(world.source, World.mail(2, "body"));
        put(world.target, World.mail(2, "body and more"));

        MailboxVerdict verdict = verify(depth);

        assertThat(verdict.good()).isFalse();
        assertThat(folder(verdict, "INBOX").differences()).isEqualTo(Map.of(Kind.SIZE, 1L));
        assertThat(of(Kind.SIZE).source()).isEqualTo("" + World.mail(2, "body").length);
        assertThat(of(Kind.SIZE).target()).isEqualTo("" + World.mail(2, "body and more").length);
    }

    @Test
    void tellsFlagsAndDates() throws FailureException {
        put(world.source, World.mail(1, "flags"), Flags.of(SystemFlag.SEEN), DAY);
        put(world.target, World.mail(1, "flags"), Flags.of(List.of(), List.of("$Label")), DAY);
        put(world.source, World.mail(2, "date"), Flags.NONE, DAY);
        put(world.target, World.mail(2, "date"), Flags.NONE, DAY.plusSeconds(60));
        put(world.source, World.mail(3, "case"), Flags.of(List.of(), List.of("$label")), DAY.plusMillis(10));
        put(world.target, World.mail(3, "case"), Flags.of(List.of(), List.of("$LABEL")), DAY.plusMillis(20));

        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.good()).isTrue();
        FolderVerdict inbox = folder(verdict, "INBOX");
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.FLAGS, 1L, Kind.DATE, 1L));
        assertThat(inbox.same()).isEqualTo(1);
        assertThat(of(Kind.FLAGS).source()).isEqualTo("\\Seen");
        assertThat(of(Kind.FLAGS).target()).isEqualTo("$label");
        assertThat(of(Kind.DATE).target()).isEqualTo("2024-01-01T00:01:00Z");
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void countsEqualMessages(Depth depth) throws FailureException {
        both(1, 1);
        put(world.source, World.mail(2, "twice"));
        put(world.source, World.mail(2, "twice"));
        put(world.target, World.mail(2, "twice"));
        put(world.source, World.mail(3, "once"));
        put(world.target, World.mail(3, "once"));
        put(world.target, World.mail(3, "once"));

        FolderVerdict inbox = folder(verify(depth), "INBOX");

        assertThat(inbox.same()).isEqualTo(4);
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.MISSING, 1L, Kind.EXTRA, 1L));
        assertThat(of(Kind.MISSING).subject()).isEqualTo("Message 2");
    }

    @Test
    void weakHeadersAreToldByContent() throws FailureException {
        put(world.source, World.weak("one"));
        put(world.source, World.weak("two"));
        put(world.target, World.weak("two"));
        put(world.target, World.weak("six"));

        FolderVerdict inbox = folder(verify(Depth.IDENTITY), "INBOX");

        assertThat(inbox.same()).isEqualTo(1);
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.MISSING, 1L, Kind.EXTRA, 1L));
    }

    @Test
    void severalFoldersIntoOneAreOneVerdict() throws FailureException {
        FolderRules plain = FolderRules.DEFAULT;
        world.rules = new FolderRules(
                plain.specialUse(),
                plain.root(),
                List.of(new FolderRule("A", Optional.of("All")), new FolderRule("B", Optional.of("All"))),
                plain.subscriptions(),
                plain.repair());
        world.source.deliver(FolderPath.of("A"), Content.of(World.mail(1, "both")), Flags.NONE, DAY);
        world.source.deliver(FolderPath.of("B"), Content.of(World.mail(1, "both")), Flags.NONE, DAY);
        world.source.deliver(FolderPath.of("B"), Content.of(World.mail(2, "b")), Flags.NONE, DAY);
        world.target.deliver(FolderPath.of("All"), Content.of(World.mail(1, "both")), Flags.NONE, DAY);
        world.target.deliver(FolderPath.of("All"), Content.of(World.mail(2, "b")), Flags.NONE, DAY);

        FolderVerdict all = folder(verify(Depth.CONTENT), "All");

        assertThat(all.sources()).containsExactly(FolderPath.of("A"), FolderPath.of("B"));
        assertThat(all.sourceItems()).isEqualTo(3);
        assertThat(all.same()).isEqualTo(2);
        assertThat(all.differences()).isEqualTo(Map.of(Kind.MISSING, 1L));
    }

    @Test
    void folderThatIsNotOnTheTargetIsMissing() throws FailureException {
        world.source.deliver(FolderPath.of("Gone"), World.mail(1, "gone"));
        world.source.deliver(FolderPath.of("Gone"), World.mail(2, "gone"));

        FolderVerdict gone = folder(verify(Depth.IDENTITY), "Gone");

        assertThat(gone.targetItems()).isZero();
        assertThat(gone.of(Kind.MISSING)).isEqualTo(2);
        assertThat(differences).allMatch(d -> d.sourceFolder().equals(FolderPath.of("Gone")));
    }

    @Test
    void subjectsAreDecoded() throws FailureException {
        byte[] message =
                "Message-ID: <1@x>\r\nDate: now\r\nFrom: a\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\nx\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
        put(world.source, message);

        verify(Depth.IDENTITY);

        assertThat(of(Kind.MISSING).subject()).isEqualTo("Grüße");
    }
}
