package org.mailwain.engine.internal.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.NameRules;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Durable;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.LeftOut;
import org.mailwain.ledger.MailboxLedger;

/** Which source folders take part in a pass, where they go, and how much of each has to be looked at. */
public final class Survey {
    private final Job job;
    private final MailboxLedger ledger;
    private final RulesDigest digest;
    private final boolean retryFailed;
    private final Map<FolderPath, FolderLedger> settledBefore = new HashMap<>();

    public Survey(Job job, MailboxLedger ledger, boolean retryFailed) throws FailureException {
        this.job = job;
        this.ledger = ledger;
        this.retryFailed = retryFailed;
        this.digest = RulesDigest.of(
                job.folderRules(),
                job.filter(),
                job.batch().flags(),
                job.batch().repairs(),
                job.shared().source(job.batch().source()).keeping(job.sourceEndpoint()));
        for (FolderLedger known : ledger.folders()) {
            if (digest.sameMap(known.record().rulesDigest())) {
                settledBefore.put(known.source(), known);
            }
        }
    }

    /** Under which rules this pass works, for the ledger. */
    public String rules() {
        return digest.toString();
    }

    /** Whether the ledger alone says that nothing is to be done, so that the target need not be asked. */
    public boolean nothingNew(List<Folder> folders, MailboxReader reader) throws FailureException {
        List<Folder> strangers = new ArrayList<>();
        for (Folder folder : folders) {
            FolderLedger known = settledBefore.get(folder.path());
            if (known == null) {
                strangers.add(folder);
            } else if (mode(known.record(), folder.status(), reader) != Pair.Mode.SKIP) {
                return false;
            }
        }
        return strangers.isEmpty() || leftOut(strangers);
    }

    private boolean leftOut(List<Folder> strangers) {
        return byRule(strangers).count() == strangers.size();
    }

    /** A rule that leaves a folder out does so whatever stands on the target. */
    private Stream<FolderMapping> byRule(List<Folder> folders) {
        NameRules any = NameRules.delimitedBy("/");
        FolderRules rules = job.folderRules();
        return job.shared().services().mapper().map(folders, List.of(), rules, any).stream()
                .filter(m -> m.reason() == FolderMapping.Reason.LEFT_OUT);
    }

    /** Tells the ledger of folders that nobody goes through, where it knows others. */
    public void leaveOut(SourceTree tree, Durable durable) throws FailureException {
        Stream<LeftOut> said = tree.leftOut().stream()
                .map(folder -> leftOut(folder, folder.leftOut().orElseGet(EngineFailure.FOLDER_FILTERED::with)));
        Stream<LeftOut> ruled = byRule(tree.taken())
                .map(m -> leftOut(
                        m.source(), m.notes().stream().findFirst().orElseGet(EngineFailure.FOLDER_FILTERED::with)));
        Set<LeftOut> now = Stream.concat(said, ruled).collect(Collectors.toSet());
        if (!now.equals(Set.copyOf(ledger.leftOut()))) {
            durable.watch(ledger.leaveOut(List.copyOf(now)));
        }
    }

    private static LeftOut leftOut(Folder folder, Failure reason) {
        FolderStatus status = folder.status();
        return new LeftOut(folder.path(), status == null ? -1 : status.count(), reason);
    }

    /** Where the folders go. A folder that was settled under the same map keeps its target. */
    public List<FolderMapping> map(List<Folder> folders, List<Folder> target, NameRules names) {
        return job.shared().services().mapper().map(folders, target, job.folderRules(), names).stream()
                .map(this::kept)
                .toList();
    }

    private FolderMapping kept(FolderMapping mapping) {
        FolderLedger known = settledBefore.get(mapping.source().path());
        return known == null || mapping.target().filter(known.target()::equals).isPresent()
                ? mapping
                : new FolderMapping(
                        mapping.source(),
                        Optional.of(known.target()),
                        mapping.use(),
                        mapping.reason(),
                        mapping.notes(),
                        Optional.empty());
    }

    /** The pairs of a pass; folders that a rule leaves out have none. */
    public List<Pair> pairs(List<FolderMapping> mappings, MailboxReader reader) throws FailureException {
        List<Pair> pairs = new ArrayList<>();
        for (FolderMapping mapping : mappings) {
            if (mapping.target().isPresent() || mapping.conflict().isPresent()) {
                Folder from = mapping.source();
                FolderPath to = mapping.target().orElse(from.path());
                Pair pair = new Pair(
                        job.key(),
                        from,
                        to,
                        mapping.use(),
                        ledger.folder(from.path(), to),
                        job.reporter().tally(from.path()));
                pair.mode(mode(pair.record(), from.status(), reader));
                String recorded = pair.record().rulesDigest();
                pair.otherRules(!recorded.isEmpty() && !recorded.equals(rules()));
                mapping.conflict().ifPresent(pair::bar);
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private Pair.Mode mode(FolderRecord record, FolderStatus now, MailboxReader reader) {
        Snapshot last = Snapshot.parse(record.state());
        boolean settled =
                record.settled() && last != null && record.rulesDigest().equals(digest.toString());
        if (!settled || retryFailed || !now.epoch().equals(record.sourceEpoch())) {
            return Pair.Mode.ALL;
        }
        Growth growth = reader.compare(last.state(), now.state());
        boolean sameCount = now.count() < 0 || now.count() == record.counts().listed();
        if (growth == Growth.SAME && sameCount) {
            return flagsHide(reader) ? Pair.Mode.CHANGED : Pair.Mode.SKIP;
        }
        if (growth == Growth.SAME) {
            return Pair.Mode.ALL;
        }
        if (growth == Growth.GROWN && !flagsHide(reader)) {
            return Pair.Mode.GROWN;
        }
        return reader.traits().changes() || flagsHide(reader) ? Pair.Mode.CHANGED : Pair.Mode.ALL;
    }

    /** Whether flags are followed and no state of a folder shows them: each pass has to look at all of them. */
    private boolean flagsHide(MailboxReader reader) {
        return job.batch().flags() == Follow.FOLLOW && !reader.traits().changes();
    }

    /** Pairs whose source folder is gone: their items left. */
    public void leave(SourceTree tree, Durable durable) throws FailureException {
        for (FolderLedger folder : ledger.folders()) {
            if (!tree.all().contains(folder.source())
                    && folder.record().counts().listed() > 0) {
                folder.standing().end();
                durable.watch(folder.commit(FolderCommit.listed(0)));
            }
        }
    }
}
