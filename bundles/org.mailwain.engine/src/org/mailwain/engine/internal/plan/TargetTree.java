package org.mailwain.engine.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.engine.FolderPlan;
import org.mailwain.engine.TargetPlan;

/** The target's folders, and what comes into each. */
final class TargetTree {
    private final Map<FolderPath, Folder> there = new HashMap<>();
    private final Map<FolderPath, List<FolderPlan>> coming = new TreeMap<>();

    /** @param standing finds the target's own spelling of a path */
    TargetTree(List<Folder> target, List<FolderPlan> plans, Function<FolderPath, Optional<FolderPath>> standing) {
        target.forEach(folder -> {
            there.put(folder.path(), folder);
            coming.put(folder.path(), new ArrayList<>());
        });
        plans.stream()
                .filter(plan -> plan.conflict() == null && plan.target().isPresent())
                .forEach(plan -> {
                    FolderPath path = plan.target().get();
                    coming.computeIfAbsent(standing.apply(path).orElse(path), key -> new ArrayList<>())
                            .add(plan);
                });
    }

    /** In the order of the paths. */
    List<TargetPlan> plans() {
        List<TargetPlan> plans = new ArrayList<>();
        coming.forEach((path, from) -> plans.add(plan(path, from)));
        return plans;
    }

    private TargetPlan plan(FolderPath path, List<FolderPlan> from) {
        Folder folder = there.get(path);
        long bytes =
                folder == null || folder.status() == null ? -1 : folder.status().bytes();
        return new TargetPlan(
                path,
                folder == null,
                folder == null ? 0 : Routes.count(folder),
                folder == null ? 0 : bytes,
                from.stream().mapToLong(FolderPlan::items).sum(),
                from.stream().mapToLong(FolderPlan::bytes).sum(),
                from.stream().map(FolderPlan::source).toList());
    }
}
