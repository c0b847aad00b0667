package org.mailwain.target.imap.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.batch.Deletions;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;
import org.mailwain.tck.Mail;
import org.mailwain.tck.wire.ImapHand;

/** Commands of later passes, counted on the wire: none for each message, none for a folder in which nothing is new. */
class CostTest {
    private static final String READS = Rig.user(10);
    private static final String WRITES = Rig.user(10);

    private Rig rig;

    /** What the source offers to find out what is new. */
    enum Source {
        QRESYNC,
        CONDSTORE(Hidden.QRESYNC),
        PLAIN(Hidden.QRESYNC, Hidden.CONDSTORE, Hidden.LIST_STATUS);

        private final List<Hidden> hidden;

        Source(Hidden... hidden) {
            this.hidden = List.of(hidden);
        }
    }

    @BeforeEach
    void servers() {
        rig = Rig.with(Server.SOURCE, Server.TARGET);
    }

    /** Commands of one kind on a wire. */
    private static List<String> said(Wire wire, String... verbs) {
        return wire.commands().stream()
                .filter(line -> Stream.of(verbs).anyMatch(line::startsWith))
                .toList();
    }

    private static void again(Journey journey) throws Exception {
        journey.from.listenFromNowOn();
        journey.to.listenFromNowOn();
        Stage.good(journey.run());
        assertThat(journey.evidence()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void costsWhatChanged(Source offer) throws Exception {
        try (ImapHand source = new ImapHand("127.0.0.1", rig.imap(Server.SOURCE), READS, Rig.PASSWORD);
                ImapHand target = new ImapHand("127.0.0.1", rig.imap(Server.TARGET), WRITES, Rig.PASSWORD);
                Journey journey = new Journey(rig, Between.DOVECOT, READS, WRITES, offer.hidden)) {
            Sample.fill(source);
            target.wipe();
            journey.deletions = Optional.of(new Deletions(10, 50, false));
            again(journey);
            nothingNew(journey, offer);
            newMail(journey, source);
            moved(journey, source, target);
            left(journey, source, target, offer);
            flags(journey, source, target, offer);
        }
    }

    private static void nothingNew(Journey journey, Source offer) throws Exception {
        again(journey);
        assertThat(journey.to.commands()).as("target").isEmpty();
        assertThat(said(journey.from, "LIST")).isNotEmpty();
        assertThat(said(journey.from, "STATUS")).hasSize(offer == Source.PLAIN ? Sample.FOLDERS.size() : 0);
        assertThat(said(journey.from, "EXAMINE", "SELECT", "UID", "FETCH", "SEARCH"))
                .isEmpty();
    }

    private static void newMail(Journey journey, ImapHand source) throws Exception {
        for (int i = 100; i < 130; i++) {
            source.deliver(Sample.SENT, Mail.number(i));
        }
        again(journey);
        // what is new, its messages in one go, and no word to the other folders
        assertThat(said(journey.from, "UID FETCH", "FETCH")).hasSizeBetween(2, 4);
        assertThat(said(journey.from, "EXAMINE")).allMatch(line -> line.contains("Sent"));
        assertThat(said(journey.from, "SEARCH", "UID SEARCH")).isEmpty();
    }

    private static void moved(Journey journey, ImapHand source, ImapHand target) throws Exception {
        for (int i = 100; i < 110; i++) {
            source.deliver(Sample.ARCHIVE, Mail.number(i));
            source.expunge(Sample.SENT, Mail.number(i).id());
        }
        again(journey);
        assertThat(said(journey.to, "UID MOVE")).hasSize(1);
        assertThat(said(journey.to, "APPEND")).isEmpty();
        assertThat(Sample.differences(Sample.picture(target, Sample.FOLDERS), Sample.picture(source, Sample.FOLDERS)))
                .isEmpty();
    }

    private static void left(Journey journey, ImapHand source, ImapHand target, Source offer) throws Exception {
        for (int i = 110; i < 115; i++) {
            source.expunge(Sample.SENT, Mail.number(i).id());
        }
        again(journey);
        assertThat(said(journey.from, "UID FETCH", "FETCH")).hasSizeBetween(1, offer == Source.QRESYNC ? 1 : 2);
        assertThat(said(journey.to, "UID EXPUNGE")).hasSize(1);
        assertThat(Sample.differences(Sample.picture(target, Sample.FOLDERS), Sample.picture(source, Sample.FOLDERS)))
                .isEmpty();
    }

    private static void flags(Journey journey, ImapHand source, ImapHand target, Source offer) throws Exception {
        journey.follow = Follow.FOLLOW;
        // other rules: everything is gone through once
        again(journey);
        source.setFlags(FolderPath.INBOX, Mail.number(5).id(), Flags.of(List.of(SystemFlag.SEEN), List.of("$Done")));
        again(journey);
        assertThat(said(journey.from, "UID FETCH", "FETCH"))
                .hasSizeBetween(1, offer == Source.PLAIN ? 2 * Sample.FOLDERS.size() : 2);
        assertThat(said(journey.to, "UID STORE")).hasSize(1);
        assertThat(Sample.differences(Sample.picture(target, Sample.FOLDERS), Sample.picture(source, Sample.FOLDERS)))
                .isEmpty();
    }
}
