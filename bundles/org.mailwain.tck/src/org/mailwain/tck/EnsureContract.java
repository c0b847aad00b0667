package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.MailboxWriter;

/** Making folders. */
public interface EnsureContract extends WritableContract {
    private static FolderWish wish(String... names) {
        return new FolderWish(FolderPath.of(names), Optional.empty(), false);
    }

    @Test
    default void foldersAreMadeWithTheirParents() throws Exception {
        FolderPath deep = FolderPath.of("Made", "below", "here");
        try (MailboxWriter session = write()) {
            assertThat(ensure(session, deep).created()).isTrue();
            assertThat(session.folders())
                    .extracting(Folder::path)
                    .contains(deep, deep.parent(), deep.parent().parent());
            append(session, deep, Samples.mails(1));
        }
        assertThat(fixture().standing(deep)).hasSize(1);
    }

    @Test
    default void whatIsThereIsNotMadeAgain() throws Exception {
        FolderPath path = FolderPath.of("Made once");
        try (MailboxWriter session = write()) {
            EnsuredFolder first = ensure(session, path);
            append(session, path, Samples.mails(1));
            EnsuredFolder second = ensure(session, path);
            assertThat(second.created()).isFalse();
            assertThat(second.status().epoch()).isEqualTo(first.status().epoch());
            assertThat(ensure(session, FolderPath.INBOX).created()).isFalse();
        }
        try (MailboxWriter session = write()) {
            assertThat(ensure(session, path).created()).isFalse();
        }
        assertThat(fixture().standing(path)).hasSize(1);
    }

    @Test
    default void everyWishHasItsAnswerInOrder() throws Exception {
        List<FolderWish> wishes =
                List.of(wish("B", "C"), wish("A"), wish("B"), wish("INBOX"), wish("A"), wish("D", "E", "F"));
        try (MailboxWriter session = write()) {
            List<EnsuredFolder> ensured = session.ensureFolders(wishes);
            assertThat(ensured)
                    .extracting(EnsuredFolder::path)
                    .containsExactlyElementsOf(
                            wishes.stream().map(FolderWish::path).toList());
            assertThat(ensured).allSatisfy(e -> {
                assertThat(e.failure()).as("failure of %s", e.path()).isNull();
                assertThat(e.status()).as("status of %s", e.path()).isNotNull();
            });
            assertThat(session.ensureFolders(List.of())).isEmpty();
        }
    }

    @Test
    default void namesAreUnicode() throws Exception {
        try (MailboxWriter session = write()) {
            String forbidden = session.traits().names().forbidden();
            List<FolderPath> paths = Samples.NAMES.stream()
                    .filter(name -> name.chars().noneMatch(c -> forbidden.indexOf(c) >= 0))
                    .map(name -> FolderPath.of("Names", name))
                    .toList();
            List<EnsuredFolder> ensured = session.ensureFolders(paths.stream()
                    .map(path -> new FolderWish(path, Optional.empty(), false))
                    .toList());
            List<FolderPath> made = ensured.stream()
                    .filter(e -> e.failure() == null)
                    .map(EnsuredFolder::path)
                    .toList();
            assertThat(made).as("folders made").hasSizeGreaterThan(5);
            assertThat(session.folders()).extracting(Folder::path).containsAll(made);
            ensured.stream().filter(e -> e.failure() != null).forEach(e -> Sessions.checkFolder(e.failure()));
        }
    }

    @Test
    default void aRefusedNameFailsAloneAndIsNotThere() throws Exception {
        try (MailboxWriter session = write()) {
            List<EnsuredFolder> ensured =
                    session.ensureFolders(List.of(wish("Before"), wish("bad\u0001name"), wish("After")));
            assertThat(ensured.get(0).failure()).isNull();
            assertThat(ensured.get(2).failure()).isNull();
            assertThat(ensured.get(1).created()).isFalse();
            Sessions.checkFolder(ensured.get(1).failure());
            assertThat(session.folders())
                    .extracting(Folder::path)
                    .contains(FolderPath.of("Before"), FolderPath.of("After"))
                    .doesNotContain(FolderPath.of("bad\u0001name"));
        }
    }

    @Test
    default void aSubscriptionIsMadeWhereItIsWished() throws Exception {
        MailboxContract.needs(fixture().keepsSubscriptions(), "keep subscriptions");
        FolderPath path = FolderPath.of("Subscribed");
        try (MailboxWriter session = write()) {
            session.ensureFolders(List.of(new FolderWish(path, Optional.empty(), true)));
            assertThat(session.folders()).anySatisfy(folder -> {
                assertThat(folder.path()).isEqualTo(path);
                assertThat(folder.subscribed()).isTrue();
            });
        }
    }

    @Test
    default void theStatusOfAnEnsuredFolderIsItsMark() throws Exception {
        FolderPath path = FolderPath.of("Marked");
        fixture().create(path);
        deliver(path, Samples.mails(3));
        try (MailboxWriter session = write()) {
            EnsuredFolder ensured = ensure(session, path);
            assertThat(ensured.status().count()).isIn(3L, -1L);
            List<ItemId> before = ids(session, path);
            append(session, path, List.of(Mail.number(4)));
            assertThat(fresh(session, path, ensured.status().mark(), before))
                    .extracting(standing -> standing.identity().value("message-id"))
                    .containsExactly("<" + Mail.number(4).id() + ">");
        }
    }
}
