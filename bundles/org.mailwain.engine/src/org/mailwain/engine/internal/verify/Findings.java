package org.mailwain.engine.internal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.Difference;
import org.mailwain.engine.DifferenceSink;
import org.mailwain.engine.internal.job.Side;

/** Counts what agrees, and tells what does not, page by page, with what the ledger says of it and its subject. */
final class Findings implements Matching.Outcomes {
    private static final int PAGE = 5_000;

    private final List<Lane> lanes;
    private final Side<MailboxReader> source;
    private final Side<MailboxWriter> target;
    private final DifferenceSink sink;
    private final List<Finding> page = new ArrayList<>();
    private Lane lane;
    private int subjects;

    /** @param subjects how many differences are told with their subject */
    Findings(
            List<Lane> lanes,
            Side<MailboxReader> source,
            Side<MailboxWriter> target,
            int subjects,
            DifferenceSink sink) {
        this.lanes = lanes;
        this.source = source;
        this.target = target;
        this.subjects = subjects;
        this.sink = sink;
    }

    /** Whether the entry's lane is compared at all. */
    private boolean enter(byte[] entry) throws FailureException {
        Lane next = lanes.get(Entry.lane(entry));
        if (next != lane) {
            flush();
            lane = next;
        }
        return !lane.isBroken();
    }

    @Override
    public void same(byte[] entry) throws FailureException {
        if (enter(entry)) {
            lane.same();
        }
    }

    @Override
    public void paired(byte[] left, byte[] right) throws FailureException {
        if (!enter(left)) {
            return;
        }
        Entry had = Entry.of(left);
        Entry has = Entry.of(right);
        List<Finding> found = Stream.of(Finding.altered(had, has), Finding.flags(had, has), Finding.date(had, has))
                .filter(finding -> finding != null)
                .toList();
        if (found.isEmpty()) {
            lane.same();
        }
        for (Finding finding : found) {
            add(finding);
        }
    }

    @Override
    public void onlySource(byte[] entry) throws FailureException {
        if (enter(entry)) {
            add(Finding.alone(Difference.Kind.MISSING, Entry.of(entry), null));
        }
    }

    @Override
    public void onlyTarget(byte[] entry) throws FailureException {
        if (enter(entry)) {
            add(Finding.alone(Difference.Kind.EXTRA, null, Entry.of(entry)));
        }
    }

    private void add(Finding finding) throws FailureException {
        page.add(finding);
        if (page.size() == PAGE) {
            flush();
        }
    }

    /** Tells what is still held back. */
    void flush() throws FailureException {
        if (page.isEmpty()) {
            return;
        }
        Map<Integer, List<Finding>> byPlace = byPlace(page);
        for (Place place : lane.sources()) {
            List<Finding> here = byPlace.getOrDefault(place.number(), List.of());
            new Explanation(lane, place, target).explain(here);
        }
        page.removeIf(this::isUncompared);
        addSubjects();
        for (Finding finding : page) {
            lane.differs(finding.kind());
            sink.found(finding.difference(lane));
        }
        page.clear();
    }

    private static Map<Integer, List<Finding>> byPlace(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.source() != null)
                .collect(Collectors.groupingBy(finding -> finding.source().place()));
    }

    /** What the source does not give and the ledger does not explain may stand on the target or not. */
    private boolean isUncompared(Finding finding) {
        boolean unreadable =
                finding.kind() == Difference.Kind.MISSING && finding.source().nature() == Entry.Nature.UNREADABLE;
        if (unreadable) {
            lane.incomplete(lane.unreadable());
        }
        return unreadable;
    }

    private void addSubjects() throws FailureException {
        List<Finding> few = page.subList(0, Math.min(page.size(), subjects));
        subjects -= few.size();
        Map<Integer, List<Finding>> byPlace =
                byPlace(few.stream().filter(f -> f.subject().isEmpty()).toList());
        for (Place place : lane.sources()) {
            name(source, place.path(), byPlace.getOrDefault(place.number(), List.of()), true);
        }
        name(target, lane.target(), few.stream().filter(f -> f.source() == null).toList(), false);
    }

    private static <S extends MailboxReader> void name(
            Side<S> side, FolderPath folder, List<Finding> findings, boolean atSource) throws FailureException {
        List<ItemId> ids = findings.stream().map(f -> id(f, atSource)).toList();
        Map<ItemId, String> found = Peek.subjects(side, folder, ids);
        for (Finding finding : findings) {
            finding.subject(found.getOrDefault(id(finding, atSource), ""));
        }
    }

    private static ItemId id(Finding finding, boolean atSource) {
        return (atSource ? finding.source() : finding.target()).id();
    }
}
