package org.mailwain.presenters.foldermaps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mailwain.api.folder.FolderMapper;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.operations.FolderTreesOperation.Planned;
import org.mailwain.operations.FolderTreesOperation.Trees;

/**
 * What a folder map does to the trees of one mailbox. Made anew for each state of the rules, which takes a moment and
 * asks no server. Immutable.
 *
 * @param links one for each source folder that can hold messages, in the order of the paths
 * @param source all source folders, in the order of the paths
 * @param target what stands on the target and what would be made, in the order of the paths
 */
public record MapPicture(List<FolderMapping> links, List<Folder> source, List<TargetFolder> target) {
    public MapPicture {
        links = List.copyOf(links);
        source = List.copyOf(source);
        target = List.copyOf(target);
    }

    /**
     * @param folder null where it would be made
     * @param use what it is for, or empty
     * @param standing items that stand there now, -1 unknown
     * @param coming items of the source folders that lead there, as a plan or their server counts them
     * @param sources how many lead there
     */
    public record TargetFolder(
            FolderPath path, Folder folder, Optional<String> use, long standing, long coming, int sources) {
        public boolean isNew() {
            return folder == null;
        }

        /** Items after a run over an empty ledger: what stands there and what comes. */
        public long after() {
            return Math.max(0, standing) + coming;
        }
    }

    /** @param planned what a plan says of the source folders; where it says nothing, what stands there counts */
    public static MapPicture of(Trees trees, Map<FolderPath, Planned> planned, FolderRules rules, FolderMapper mapper) {
        List<Folder> takePart =
                trees.source().stream().filter(Folder::selectable).toList();
        List<FolderMapping> links = mapper.map(takePart, trees.target(), rules, trees.names());
        return new MapPicture(links, sorted(trees.source()), targets(trees, planned, links));
    }

    private static List<Folder> sorted(List<Folder> folders) {
        return folders.stream()
                .sorted((a, b) -> order(a.path()).compareTo(order(b.path())))
                .toList();
    }

    /** The inbox first, then by name. */
    private static String order(FolderPath path) {
        return (path.names().getFirst().equals("INBOX") ? "0" : "1") + path.caseless();
    }

    private static List<TargetFolder> targets(
            Trees trees, Map<FolderPath, Planned> planned, List<FolderMapping> links) {
        Map<FolderPath, Folder> standing = new HashMap<>();
        trees.target().forEach(folder -> standing.put(folder.path(), folder));
        Map<FolderPath, Long> coming = new HashMap<>();
        Map<FolderPath, Integer> sources = new HashMap<>();
        Set<FolderPath> all = new HashSet<>(standing.keySet());
        for (FolderMapping link : links) {
            link.target().filter(to -> link.conflict().isEmpty()).ifPresent(to -> {
                coming.merge(to, count(link.source(), planned), Long::sum);
                sources.merge(to, 1, Integer::sum);
                for (FolderPath path = to; path != null; path = path.parent()) {
                    all.add(path);
                }
            });
        }
        Map<String, FolderPath> inOrder = new TreeMap<>();
        all.forEach(path -> inOrder.put(order(path) + "\0" + path, path));
        List<TargetFolder> targets = new ArrayList<>();
        for (FolderPath path : inOrder.values()) {
            Folder folder = standing.get(path);
            targets.add(new TargetFolder(
                    path,
                    folder,
                    folder == null ? Optional.empty() : use(folder),
                    folder == null || folder.status() == null
                            ? -1
                            : folder.status().count(),
                    coming.getOrDefault(path, 0L),
                    sources.getOrDefault(path, 0)));
        }
        return targets;
    }

    private static long count(Folder folder, Map<FolderPath, Planned> planned) {
        Planned plan = planned.get(folder.path());
        if (plan != null) {
            return plan.items();
        }
        return folder.status() == null ? 0 : Math.max(0, folder.status().count());
    }

    /** The server's word of what a folder is for, as people write it: {@code #Sent#}. */
    public static Optional<String> use(Folder folder) {
        return folder.specialUse().stream()
                .sorted()
                .findFirst()
                .map(use -> use.name().charAt(0) + use.name().substring(1).toLowerCase(Locale.ROOT));
    }

    /** What becomes of a source folder. */
    public Optional<FolderMapping> link(FolderPath from) {
        return links.stream().filter(link -> link.source().path().equals(from)).findFirst();
    }

    public long conflicts() {
        return links.stream().filter(link -> link.conflict().isPresent()).count();
    }

    public long leftOut() {
        return links.stream()
                .filter(link -> link.reason() == FolderMapping.Reason.LEFT_OUT)
                .count();
    }

    /** Items that go over, as their server counts them. */
    public long items() {
        return target.stream().mapToLong(TargetFolder::coming).sum();
    }

    /** Folders that would be made. */
    public long made() {
        return target.stream().filter(TargetFolder::isNew).count();
    }
}
