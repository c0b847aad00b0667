package org.mailwain.ledger.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;

/** What can be written to a pair of folders. */
final class FolderWrites {
    private FolderWrites() {}

    static Write<Void> begin(OpenFolder folder, Epoch epoch) {
        return new FolderWrite<>(folder, 0) {
            @Override
            protected boolean isDone(Pair pair) {
                return epoch.value().equals(pair.epoch);
            }

            @Override
            protected Void change(Session session, Pair pair) throws SQLException {
                if (pair.epoch != null) {
                    forget(session, folder, pair);
                }
                pair.epoch = epoch.value();
                return null;
            }
        };
    }

    private static void forget(Session session, OpenFolder folder, Pair pair) throws SQLException {
        Items.forget(session, pair.id);
        Fingerprints.forget(session, pair.id);
        Notes.forget(session, pair.id);
        Intents.forget(session, folder.mailbox().numbers().target(), pair.id);
        pair.tally.clear();
        pair.state = "";
        pair.rules = "";
        pair.settled = false;
        pair.recognised = 0;
        pair.intents = 0;
        pair.listed = 0;
        pair.proofs = Set.of();
    }

    static Write<Void> intend(OpenFolder folder, Intent intent) {
        if (intent.fence() != folder.mailbox().fence()) {
            throw new IllegalArgumentException("an intent of another fence");
        }
        byte[] items = Packed.pack(intent.items());
        return new FolderWrite<>(folder, intent.items().size()) {
            @Override
            protected Void change(Session session, Pair pair) throws SQLException {
                Intents.put(session, folder.mailbox().numbers(), pair.id, intent, items);
                pair.intents++;
                pair.settled = false;
                return null;
            }
        };
    }

    static Write<Void> settled(OpenFolder folder, FolderState state, String rules) {
        return new FolderWrite<>(folder, 0) {
            @Override
            protected boolean isDone(Pair pair) {
                return pair.settled && pair.state.equals(state.value()) && pair.rules.equals(rules);
            }

            @Override
            protected Void change(Session session, Pair pair) {
                pair.settled = true;
                pair.state = state.value();
                pair.rules = rules;
                return null;
            }
        };
    }

    /** Nothing is to be done any more about the copies of items that left. */
    static Write<Void> keepLeavers(OpenFolder folder) {
        return new FolderWrite<>(folder, 0) {
            @Override
            protected Void change(Session session, Pair pair) throws SQLException {
                Items.keepLeavers(session, pair.id);
                return null;
            }
        };
    }

    /** Entries of these items are said to have left the source, or to be there again; returns how many changed. */
    static Write<Long> left(OpenFolder folder, List<ItemId> ids, boolean left) {
        return new FolderWrite<>(folder, ids.size()) {
            @Override
            protected Long change(Session session, Pair pair) throws SQLException {
                List<ItemEntry> updates = new ArrayList<>();
                for (ItemEntry before : Items.find(session, pair.id, ids).values()) {
                    if (before.left() != left) {
                        pair.tally.remove(before);
                        pair.tally.add(before.left(left));
                        updates.add(before.left(left));
                    }
                }
                Items.update(session, pair.id, updates);
                return (long) updates.size();
            }
        };
    }

    static Write<Void> commit(OpenFolder folder, FolderCommit commit) {
        return new FolderWrite<>(folder, weight(commit)) {
            @Override
            protected Void change(Session session, Pair pair) throws SQLException {
                store(session, pair, commit.results(), folder.core().clock().instant());
                for (long number : commit.closed()) {
                    close(session, pair, number);
                }
                if (commit.expected() != null && Targets.expect(session, pair.targetFolder, commit.expected())) {
                    touched(Pair.unrecognised(session, pair.targetFolder));
                    pair.recognised = 0;
                }
                if (commit.target() != null) {
                    Targets.standing(
                            session,
                            pair.targetFolder,
                            commit.target().standing(),
                            commit.target().notOurs());
                }
                if (commit.proofs() != null) {
                    pair.proofs = commit.proofs();
                }
                commit.recognised().ifPresent(value -> pair.recognised = value);
                if (commit.listed().isPresent() || commit.listedMore() != 0) {
                    pair.listed = commit.listed().orElse(pair.listed) + commit.listedMore();
                    pair.settled = false;
                }
                return null;
            }

            private void close(Session session, Pair pair, long number) throws SQLException {
                long of = Intents.close(session, folder.mailbox().numbers().target(), number);
                if (of == pair.id) {
                    pair.intents--;
                } else if (of != 0) {
                    session.update("UPDATE pair SET intents = intents - 1 WHERE id = ?", of);
                    touched(List.of(of));
                }
            }
        };
    }

    /** A note weighs as much as a few entries. */
    private static int weight(FolderCommit commit) {
        long notes = commit.results().stream()
                .filter(result -> result.note() != null)
                .count();
        return commit.results().size() + commit.closed().size() + 4 * (int) notes;
    }

    private static void store(Session session, Pair pair, List<Result> results, Instant now) throws SQLException {
        boolean[] fresh = Items.insert(session, pair.id, results);
        Map<ItemId, ItemEntry> stored = Items.find(session, pair.id, replaced(results, fresh));
        List<ItemEntry> updates = new ArrayList<>();
        List<ItemEntry> unknown = new ArrayList<>();
        for (int i = 0; i < fresh.length; i++) {
            Result result = results.get(i);
            ItemEntry entry = result.entry();
            ItemEntry before = fresh[i] ? null : stored.put(entry.id(), entry);
            if (before != null) {
                pair.tally.remove(before);
                updates.add(entry);
            }
            if (before == null || !Objects.equals(before.fingerprint(), entry.fingerprint())) {
                unknown.add(entry);
            }
            pair.tally.add(entry);
            if (entry.outcome() == ItemOutcome.COPIED && (before == null || before.outcome() != ItemOutcome.COPIED)) {
                pair.firstCopied = pair.firstCopied == null ? now : pair.firstCopied;
                pair.lastCopied = now;
            }
            if (result.note() != null) {
                Notes.put(session, pair.id, entry.id(), result.note());
            } else if (before != null) {
                Notes.remove(session, pair.id, entry.id());
            }
        }
        Items.update(session, pair.id, updates);
        Fingerprints.add(session, pair.id, unknown);
    }

    private static List<ItemId> replaced(List<Result> results, boolean[] fresh) {
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < fresh.length; i++) {
            if (!fresh[i]) {
                ids.add(results.get(i).entry().id());
            }
        }
        return ids;
    }
}
