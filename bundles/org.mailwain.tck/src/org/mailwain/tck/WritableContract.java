package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Standing;
import org.mailwain.tck.memory.MemoryBodies;

/** What the contracts of writers share. */
public interface WritableContract extends MailboxContract {
    @Override
    WriterFixture fixture();

    default MailboxWriter write() throws Exception {
        return fixture().open(Sessions.context());
    }

    /** One folder made by the session. */
    default EnsuredFolder ensure(MailboxWriter session, FolderPath path) throws FailureException {
        List<EnsuredFolder> ensured = session.ensureFolders(List.of(new FolderWish(path, Optional.empty(), false)));
        assertThat(ensured).hasSize(1);
        assertThat(ensured.getFirst().failure()).as("failure to make %s", path).isNull();
        return ensured.getFirst();
    }

    /** Appends as few batches as the session's traits allow, each outcome in the order of the messages. */
    default Answers append(MailboxWriter session, FolderPath folder, List<Mail> mails) throws FailureException {
        Answers answers = new Answers();
        session.append(Feed.of(batches(session, folder, mails, Math.max(1, mails.size()))), answers);
        assertThat(answers.outcomes()).hasSameSizeAs(mails);
        return answers;
    }

    /** Batches of at most so many. */
    default List<AppendBatch> batches(MailboxWriter session, FolderPath folder, List<Mail> mails, int most) {
        int perAppend = session.traits().perAppend();
        int size = perAppend > 1 ? Math.min(perAppend, most) : most;
        List<AppendBatch> batches = new ArrayList<>();
        for (int at = 0; at < mails.size(); at += size) {
            List<AppendItem> items = mails.subList(at, Math.min(at + size, mails.size())).stream()
                    .map(WritableContract::item)
                    .toList();
            batches.add(new AppendBatch(folder, batches.size() + 1, items));
        }
        return batches;
    }

    static AppendItem item(Mail mail) {
        return new AppendItem(key(mail), mail.flags(), mail.received(), MemoryBodies.of(mail.bytes()));
    }

    /** Our key for a message: made from its name. */
    static AppendKey key(Mail mail) {
        return new AppendKey(mail.id().hashCode(), 0x7C7C7C7CL);
    }

    /** What a session sees standing from a mark on. */
    default List<Standing> settle(MailboxWriter session, FolderPath folder, Mark from) throws FailureException {
        List<Standing> all = new ArrayList<>();
        session.settle(folder, from, all::addAll);
        return all;
    }

    /** What came after a mark; what only shares its position was there before, where the fixture says so. */
    default List<Standing> fresh(MailboxWriter session, FolderPath folder, Mark from, Collection<ItemId> before)
            throws FailureException {
        List<Standing> all = settle(session, folder, from);
        assertThat(all).allSatisfy(s -> assertThat(s.position()).isGreaterThanOrEqualTo(from.next()));
        return fixture().coarseMarks()
                ? all.stream()
                        .filter(s -> s.position() > from.next()
                                || !before.contains(s.item().id()))
                        .toList()
                : all;
    }

    /** The ids of what stands there. */
    default List<ItemId> ids(MailboxWriter session, FolderPath folder) throws FailureException {
        return Sessions.list(session, folder).stream().map(ListedItem::id).toList();
    }

    /** How often each Message-ID stands there. */
    default Map<String, Integer> counts(FolderPath folder) throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        fixture().standing(folder).forEach(mail -> counts.merge(mail.id(), 1, Integer::sum));
        return counts;
    }
}
