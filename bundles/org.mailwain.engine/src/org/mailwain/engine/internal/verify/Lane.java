package org.mailwain.engine.internal.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.engine.Difference;
import org.mailwain.engine.FolderVerdict;

/** One target folder with the source folders that go into it. Failures from any thread, the rest from one at a time. */
final class Lane {
    private final int number;
    private final FolderPath target;
    private final boolean stands;
    private final List<Place> sources = new ArrayList<>();
    private final Map<Difference.Kind, Long> differences = new EnumMap<>(Difference.Kind.class);
    private Place there;
    private long same;
    private Failure failure;
    private boolean broken;
    private Failure unreadable;

    /** @param stands whether the folder is there on the target */
    Lane(int number, FolderPath target, boolean stands) {
        this.number = number;
        this.target = target;
        this.stands = stands;
    }

    int number() {
        return number;
    }

    FolderPath target() {
        return target;
    }

    boolean stands() {
        return stands;
    }

    List<Place> sources() {
        return sources;
    }

    /** Path of the source folder of that number. */
    FolderPath source(int place) {
        return sources.stream()
                .filter(source -> source.number() == place)
                .findFirst()
                .orElseThrow()
                .path();
    }

    /** Where the target's items are listed. */
    void there(Place place) {
        there = place;
    }

    void same() {
        same++;
    }

    void differs(Difference.Kind kind) {
        differences.merge(kind, 1L, Long::sum);
    }

    /** The folder cannot be compared; the first reason counts. */
    synchronized void fail(Failure why) {
        incomplete(why);
        broken = true;
    }

    /** Some of it cannot be compared. */
    synchronized void incomplete(Failure why) {
        if (failure == null) {
            failure = why;
        }
    }

    synchronized boolean isBroken() {
        return broken;
    }

    synchronized Failure failure() {
        return failure;
    }

    /** A message of the source cannot be read: a failure of the folder unless the ledger explains it. */
    synchronized void unreadable(Failure why) {
        if (unreadable == null) {
            unreadable = why;
        }
    }

    synchronized Failure unreadable() {
        return unreadable;
    }

    /** @param proof what is compared on these two sides */
    FolderVerdict verdict(FolderVerdict.Proof proof) {
        long targetItems = stands ? there.isListed() ? there.items() : -1 : 0;
        return new FolderVerdict(
                sources.stream().map(Place::path).toList(),
                target,
                sources.stream().mapToLong(Place::items).sum(),
                targetItems,
                same,
                differences,
                isBroken() ? FolderVerdict.Proof.NONE : proof,
                failure());
    }
}
