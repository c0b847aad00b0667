package org.mailwain.engine.internal.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.NameRules;
import org.mailwain.engine.internal.job.Crew;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Cut;
import org.mailwain.engine.internal.pass.Elsewhere;
import org.mailwain.engine.internal.pass.Searched;
import org.mailwain.engine.internal.pass.Selection;
import org.mailwain.engine.internal.pass.SourceTree;
import org.mailwain.engine.internal.pass.Survey;
import org.mailwain.ledger.MailboxLedger;

/**
 * Both folder trees, and which source folder goes where, as a pass would find them.
 *
 * @param mappings of the folders that the filter takes, in the order of their paths
 * @param target folders of the target
 * @param rules stands for the rules of the batch in the ledger; empty where there is no ledger
 */
public record Routes(SourceTree tree, List<FolderMapping> mappings, List<Folder> target, String rules) {

    /** @param ledger null where there is none */
    public static Routes read(Job job, Side<MailboxReader> source, Side<MailboxWriter> target, MailboxLedger ledger)
            throws FailureException {
        Crew crew = new Crew(job.row().label(), job.stop());
        CompletableFuture<List<Folder>> targetFolders =
                crew.fork("target", () -> target.persist(MailboxReader::folders));
        CompletableFuture<SourceTree> sourceFolders =
                crew.fork("source", () -> source.persist(reader -> SourceTree.read(job, reader)));
        crew.join();
        SourceTree tree = sourceFolders.join();
        List<Folder> there = targetFolders.join();
        NameRules names = target.session().traits().names();
        if (ledger == null) {
            List<FolderMapping> mappings =
                    job.shared().services().mapper().map(tree.taken(), there, job.folderRules(), names);
            return new Routes(tree, mappings, there, "");
        }
        Survey survey = new Survey(job, ledger, false);
        return new Routes(tree, survey.map(tree.taken(), there, names), there, survey.rules());
    }

    /** Mappings that lead somewhere, in the order in which a pass lists their folders. */
    public List<FolderMapping> leading() {
        return mappings.stream().filter(Routes::leads).toList();
    }

    public static boolean leads(FolderMapping mapping) {
        return mapping.target().isPresent() && mapping.conflict().isEmpty();
    }

    /** What the batch's filter takes of the folders; lists them where the number of items is limited. */
    public Selection selection(Job job, Side<MailboxReader> source) throws FailureException {
        List<FolderMapping> leading = leading();
        int wanted = job.filter().maxItems();
        long items = leading.stream()
                .mapToLong(m -> Math.max(0, m.source().status().count()))
                .sum();
        Cut cut = Cut.none();
        List<FolderPath> folders = leading.stream().map(m -> m.source().path()).toList();
        if (items > wanted) {
            cut = source.persist(reader -> Cut.newest(reader, folders, wanted));
        }
        Searched searched = Searched.of(job, source, folders);
        return new Selection(job.filter(), job.shared().clock().instant(), cut, searched);
    }

    /** By source folder: where an item is kept that stands in others too. */
    public Map<FolderPath, Elsewhere> elsewhere() {
        Map<FolderPath, Set<FolderPath>> before = new HashMap<>();
        Map<FolderPath, Elsewhere> elsewhere = new HashMap<>();
        Set<FolderPath> taking =
                leading().stream().map(mapping -> mapping.source().path()).collect(Collectors.toSet());
        for (FolderMapping mapping : leading()) {
            FolderPath path = mapping.source().path();
            Set<FolderPath> earlier = before.computeIfAbsent(mapping.target().orElseThrow(), t -> new HashSet<>());
            elsewhere.put(path, new Elsewhere(earlier, taking));
            earlier.add(path);
        }
        return elsewhere;
    }

    /** Finds the target's folder of a path, if one stands there that can hold messages. */
    public Function<FolderPath, Optional<FolderPath>> standing(NameRules names) {
        Function<FolderPath, String> name = names.caseless() ? FolderPath::caseless : FolderPath::toString;
        Map<String, FolderPath> byName = new HashMap<>();
        target.stream().filter(Folder::selectable).forEach(f -> byName.put(name.apply(f.path()), f.path()));
        return path -> Optional.ofNullable(byName.get(name.apply(path)));
    }

    /** Items by a folder's status, -1 unknown. */
    static long count(Folder folder) {
        FolderStatus status = folder.status();
        return status == null ? -1 : status.count();
    }
}
