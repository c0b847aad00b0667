package org.mailwain.foldermap.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.folder.FolderRules.SpecialUseMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.foldermap.FolderMapFailure;
import org.mailwain.foldermap.internal.KnownNames.Known;

/**
 * What folders of both sides are for. A use has at most one folder on each side: the one of which the server says so,
 * else the best of those whose names say so. So two folders never become one because of their names.
 */
final class Uses {
    /** A source folder's use, and why. */
    record Found(SpecialUse use, Failure why) {}

    private record Candidate(FolderPath path, Known known) {}

    private final KnownNames names;
    private final Map<FolderPath, Found> source = new HashMap<>();
    private final Map<SpecialUse, FolderPath> sourceFolders = new EnumMap<>(SpecialUse.class);
    private final Map<FolderPath, Failure> passedOver = new HashMap<>();
    private final Map<SpecialUse, FolderPath> target = new EnumMap<>(SpecialUse.class);
    private final Set<SpecialUse> targetByName = EnumSet.noneOf(SpecialUse.class);

    Uses(KnownNames names, List<Folder> sourceTree, List<Folder> targetTree, SpecialUseMapping mode) {
        this.names = names;
        target.put(SpecialUse.INBOX, FolderPath.INBOX);
        if (mode == SpecialUseMapping.OFF) {
            assign(
                    SpecialUse.INBOX,
                    FolderPath.INBOX,
                    FolderMapFailure.USE_BY_SERVER.with(WellKnown.token(SpecialUse.INBOX)));
            return;
        }
        Set<FolderPath> sourcePaths = new HashSet<>();
        sourceTree.forEach(folder -> sourcePaths.add(folder.path()));
        targetByServer(targetTree, sourcePaths);
        sourceByServer(sourceTree);
        if (mode == SpecialUseMapping.NAMES) {
            if (target.size() == 1) {
                targetByName(targetTree, sourcePaths);
            }
            sourceByName(sourcePaths);
        }
    }

    private void targetByServer(List<Folder> tree, Set<FolderPath> sourcePaths) {
        // where several folders have one use, the one that the source has too comes first
        Comparator<Folder> order = Comparator.comparing((Folder folder) -> !sourcePaths.contains(folder.path()))
                .thenComparing(Folder::path);
        tree.stream()
                .filter(Folder::selectable)
                .sorted(order)
                .forEach(folder -> EnumSet.allOf(SpecialUse.class).stream()
                        .filter(folder.specialUse()::contains)
                        .forEach(use -> target.putIfAbsent(use, folder.path())));
    }

    /** A name that the source has too is no guess: such a folder is the source's own, made by an earlier pass. */
    private void targetByName(List<Folder> tree, Set<FolderPath> sourcePaths) {
        List<FolderPath> paths = tree.stream()
                .filter(Folder::selectable)
                .map(Folder::path)
                .filter(path -> !sourcePaths.contains(path))
                .toList();
        best(paths, Map.of()).forEach((use, candidate) -> {
            if (target.putIfAbsent(use, candidate.path) == null) {
                targetByName.add(use);
            }
        });
    }

    private void sourceByServer(List<Folder> tree) {
        assign(
                SpecialUse.INBOX,
                FolderPath.INBOX,
                FolderMapFailure.USE_BY_SERVER.with(WellKnown.token(SpecialUse.INBOX)));
        for (Folder folder :
                tree.stream().sorted(Comparator.comparing(Folder::path)).toList()) {
            // a use that the target has too comes first
            EnumSet.allOf(SpecialUse.class).stream()
                    .filter(folder.specialUse()::contains)
                    .sorted(Comparator.comparing((SpecialUse use) -> !target.containsKey(use)))
                    .forEach(use ->
                            assign(use, folder.path(), FolderMapFailure.USE_BY_SERVER.with(WellKnown.token(use))));
        }
    }

    private void sourceByName(Set<FolderPath> paths) {
        Set<FolderPath> all = new TreeSet<>(paths);
        for (FolderPath path : paths) {
            for (FolderPath above = path.parent(); above != null; above = above.parent()) {
                all.add(above);
            }
        }
        Map<SpecialUse, Candidate> best = best(all, target);
        best.forEach((use, candidate) -> assign(
                use, candidate.path, FolderMapFailure.USE_BY_NAME.with(WellKnown.token(use), candidate.known.who())));
        for (Candidate candidate : candidates(all)) {
            SpecialUse use = candidate.known.use();
            if (!source.containsKey(candidate.path)) {
                passedOver.put(
                        candidate.path, FolderMapFailure.USE_TAKEN.with(WellKnown.token(use), sourceFolders.get(use)));
            }
        }
    }

    private Map<SpecialUse, Candidate> best(Collection<FolderPath> paths, Map<SpecialUse, FolderPath> preferred) {
        Map<SpecialUse, Candidate> best = new EnumMap<>(SpecialUse.class);
        candidates(paths).stream()
                .sorted(Comparator.comparing((Candidate c) -> !c.path.equals(preferred.get(c.known.use())))
                        .thenComparing(c -> c.known.rank())
                        .thenComparing(Candidate::path))
                .forEach(candidate -> best.putIfAbsent(candidate.known.use(), candidate));
        return best;
    }

    private List<Candidate> candidates(Collection<FolderPath> paths) {
        boolean belowInbox =
                paths.stream().allMatch(path -> path.names().getFirst().equals("INBOX"));
        List<Candidate> candidates = new ArrayList<>();
        for (FolderPath path : paths) {
            known(names, path.names(), belowInbox)
                    .filter(known -> known.use() != SpecialUse.INBOX)
                    .ifPresent(known -> candidates.add(new Candidate(path, known)));
        }
        return candidates;
    }

    /**
     * What a path says by its name: at the top, below {@code [Gmail]}, and below the inbox of a server that has nothing
     * beside it. Further down a name such as Archive is its owner's own.
     */
    static Optional<Known> known(KnownNames names, List<String> path, boolean belowInbox) {
        return belowInbox && path.size() == 2 ? names.of(path.subList(1, 2)) : names.of(path);
    }

    private void assign(SpecialUse use, FolderPath path, Failure why) {
        if (!source.containsKey(path) && sourceFolders.putIfAbsent(use, path) == null) {
            source.put(path, new Found(use, why));
        }
    }

    Optional<Found> source(FolderPath path) {
        return Optional.ofNullable(source.get(path));
    }

    /** Why a folder whose name says a use does not have it. */
    Optional<Failure> passedOver(FolderPath path) {
        return Optional.ofNullable(passedOver.get(path));
    }

    Optional<FolderPath> target(SpecialUse use) {
        return Optional.ofNullable(target.get(use));
    }

    boolean isTargetByName(SpecialUse use) {
        return targetByName.contains(use);
    }
}
