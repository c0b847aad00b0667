package org.mailwain.tck.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.StandingSink;
import org.mailwain.tck.WriterContract;

/** Each of these sessions breaks one promise, and one test of the contract has to fail for it. */
class WriterContractBitesTest {
    /** What was answered or not is told as if all had gone well. */
    private static OutcomeSink hopeful(OutcomeSink sink) {
        return (batch, outcomes) -> sink.answered(
                batch,
                outcomes.stream()
                        .map(o -> o instanceof Outcome.Stored ? o : new Outcome.Stored(null, -1, -1))
                        .toList());
    }

    @Test
    void whatIsUnknownIsSaidToBeStored() throws Exception {
        UnaryOperator<MailboxWriter> lie = honest -> new Through(honest) {
            @Override
            public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
                honest.append(batches, hopeful(sink));
            }
        };
        Bites.caught(lie, WriterContract::aLostConnectionLeavesWhatWasDrawnUnknown);
        Bites.caught(lie, WriterContract::lostAnswersLeaveWhatWasWrittenUnknown);
        Bites.caught(lie, WriterContract::whatIsRefusedDoesNotStandThere);
        Bites.caught(lie, WriterContract::aFolderThatIsNotThereRefusesItsItemsAlone);
    }

    @Test
    void whatWasDrawnIsForgottenAtTheEnd() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
                        honest.append(batches, (batch, outcomes) -> {
                            if (outcomes.stream().noneMatch(Outcome.Unknown.class::isInstance)) {
                                sink.answered(batch, outcomes);
                            }
                        });
                    }
                },
                WriterContract::aLostConnectionLeavesWhatWasDrawnUnknown);
    }

    @Test
    void aWriteIsRepeated() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
                        for (AppendBatch b = batches.take(); b != null; b = batches.take()) {
                            honest.append(Feed.of(List.of(b)), (batch, outcomes) -> {});
                            honest.append(Feed.of(List.of(b)), sink);
                        }
                    }
                },
                WriterContract::whatIsStoredStandsThereOnce);
    }

    @Test
    void idsAreMixedUp() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
                        honest.append(batches, (batch, outcomes) -> {
                            List<Outcome> swapped = new ArrayList<>(outcomes);
                            Collections.reverse(swapped);
                            sink.answered(batch, swapped);
                        });
                    }
                },
                WriterContract::storedIdsAreThoseOfTheMessages);
    }

    @Test
    void settlingSkipsTheFirst() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void settle(FolderPath folder, Mark from, StandingSink sink) throws FailureException {
                        honest.settle(folder, from, page -> sink.page(page.subList(1, page.size())));
                    }
                },
                WriterContract::settlingSeesWhatStandsThereFromTheMarkOn);
    }

    @Test
    void removingTakesWhatIsMarkedAsDeletedBesides() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void remove(FolderPath folder, List<ItemId> ids) throws FailureException {
                        List<ItemId> more = new ArrayList<>(ids);
                        honest.settle(
                                folder,
                                Mark.startOf(honest.state(folder).epoch()),
                                page -> page.stream()
                                        .filter(s -> s.item().flags().has(SystemFlag.DELETED))
                                        .forEach(s -> more.add(s.item().id())));
                        honest.remove(folder, more);
                    }
                },
                WriterContract::onlyTheItemsNamedAreRemoved);
    }
}
