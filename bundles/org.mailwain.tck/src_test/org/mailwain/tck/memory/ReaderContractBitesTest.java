package org.mailwain.tck.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.tck.WriterContract;

/** Each of these sessions breaks one promise, and one test of the contract has to fail for it. */
class ReaderContractBitesTest {
    @Test
    void sameThoughItemsWent() throws Exception {
        UnaryOperator<MailboxWriter> lie = honest -> new Through(honest) {
            @Override
            public Growth compare(FolderState before, FolderState now) {
                return Growth.SAME;
            }
        };
        Bites.caught(lie, WriterContract::itemsWent);
        Bites.caught(lie, WriterContract::itemsCame);
        Bites.caught(lie, WriterContract::flagsChanged);
        Bites.caught(lie, WriterContract::theFolderWasMadeAnew);
    }

    /** Passes on what a list says. */
    private static class Listed implements ListSink {
        final ListSink sink;

        Listed(ListSink sink) {
            this.sink = sink;
        }

        @Override
        public void begin(ListRequest request, FolderStatus status) throws FailureException {
            sink.begin(request, status);
        }

        @Override
        public void page(FolderPath folder, List<ListedItem> items) throws FailureException {
            sink.page(folder, items);
        }

        @Override
        public void end(FolderPath folder) throws FailureException {
            sink.end(folder);
        }

        @Override
        public void failed(FolderPath folder, Failure failure) throws FailureException {
            sink.failed(folder, failure);
        }
    }

    @Test
    void anItemIsLeftOut() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
                        honest.list(requests, new Listed(sink) {
                            @Override
                            public void page(FolderPath folder, List<ListedItem> items) throws FailureException {
                                super.page(folder, items.subList(1, items.size()));
                            }
                        });
                    }
                },
                WriterContract::aListingNamesWhatStandsThereOnce);
    }

    @Test
    void theOrderIsIgnored() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
                        List<ListRequest> all = new ArrayList<>();
                        for (ListRequest r = requests.take(); r != null; r = requests.poll()) {
                            all.add(new ListRequest(
                                    r.folder(), r.from(), ListRequest.Order.OLDEST_FIRST, r.pageSize()));
                        }
                        honest.list(Feed.of(all), sink);
                    }
                },
                WriterContract::pagesAreNoLongerThanAskedAndInTheOrderAsked);
    }

    @Test
    void theMarkIsTakenTooFar() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public FolderStatus state(FolderPath folder) throws FailureException {
                        FolderStatus now = honest.state(folder);
                        return new FolderStatus(now.epoch(), now.next() + 1, now.count(), now.bytes(), now.state());
                    }
                },
                WriterContract::fromAMarkOnNothingThatIsNewIsMissing);
    }

    @Test
    void everythingIsDrawnAtOnce() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
                        List<FetchRequest> all = new ArrayList<>();
                        for (FetchRequest r = requests.take(); r != null; r = requests.take()) {
                            all.add(r);
                        }
                        honest.fetch(Feed.of(all), sink);
                    }
                },
                WriterContract::requestsAreAnsweredInTheirOrder);
    }

    @Test
    void answersAreOutOfOrder() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
                        FetchRequest first = requests.take();
                        FetchRequest second = requests.poll();
                        second = second == null ? requests.poll() : second;
                        List<FetchRequest> swapped = second == null ? List.of(first) : List.of(second, first);
                        honest.fetch(Feed.of(swapped), sink);
                        honest.fetch(requests, sink);
                    }
                },
                WriterContract::requestsAreAnsweredInTheirOrder);
    }

    @Test
    void whatVanishedIsKeptQuiet() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
                        honest.fetch(requests, new FetchSink() {
                            @Override
                            public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
                                sink.item(request, item, body);
                            }

                            @Override
                            public void vanished(FetchRequest request, List<ListedItem> items) {
                                // not a word
                            }

                            @Override
                            public void failed(FetchRequest request, List<ListedItem> items, Failure failure)
                                    throws FailureException {
                                sink.failed(request, items, failure);
                            }
                        });
                    }
                },
                WriterContract::whatLeftSinceItWasListedIsNamedAsVanished);
    }

    @Test
    void readingMarksAsRead() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
                        FetchRequest request = requests.take();
                        honest.fetch(Feed.of(List.of(request)), sink);
                        for (ListedItem item : request.items()) {
                            honest.setFlags(
                                    request.folder(), List.of(new FlagChange(item.id(), Flags.of(SystemFlag.SEEN))));
                        }
                    }
                },
                WriterContract::readingChangesNothing);
    }

    @Test
    void parentsAreMissing() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public List<Folder> folders() throws FailureException {
                        return honest.folders().stream()
                                .filter(f -> f.path().depth() != 2)
                                .toList();
                    }
                },
                WriterContract::theTreeHoldsParentsThatHoldNothing);
    }

    @Test
    void changesDoNotSayWhatLeft() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void changes(FolderPath folder, FolderState since, ChangeSink sink) throws FailureException {
                        honest.changes(folder, since, new ChangeSink() {
                            @Override
                            public void changed(List<ListedItem> items) throws FailureException {
                                sink.changed(items);
                            }

                            @Override
                            public void vanished(List<ItemId> ids) {
                                // not a word
                            }

                            @Override
                            public void standing(List<ItemId> ids, boolean last) {
                                // not a word
                            }
                        });
                    }
                },
                WriterContract::itemsWent);
    }

    @Test
    void theLimitsAreNotAsked() throws Exception {
        Bites.caught(
                honest -> new Through(honest) {
                    @Override
                    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
                        FetchRequest request = requests.take();
                        honest.fetch(
                                Feed.of(List.of(request, request)),
                                new Twice(sink, request.items().size()));
                    }
                },
                WriterContract::theLimitsAreAskedForWhatIsRead);
    }

    /** Lets through the first so many items. */
    private static final class Twice implements FetchSink {
        private final FetchSink sink;
        private int left;

        Twice(FetchSink sink, int left) {
            this.sink = sink;
            this.left = left;
        }

        @Override
        public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
            if (left-- > 0) {
                sink.item(request, item, body);
            } else {
                body.close();
            }
        }

        @Override
        public void vanished(FetchRequest request, List<ListedItem> items) throws FailureException {
            sink.vanished(request, items);
        }

        @Override
        public void failed(FetchRequest request, List<ListedItem> items, Failure failure) throws FailureException {
            sink.failed(request, items, failure);
        }
    }
}
