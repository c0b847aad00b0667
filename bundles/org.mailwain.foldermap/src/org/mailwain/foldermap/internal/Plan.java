package org.mailwain.foldermap.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderMapping.Reason;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.NameRules;
import org.mailwain.foldermap.FolderMapFailure;
import org.mailwain.foldermap.internal.NameFitter.Fitted;

/** One question to the folder map, and its answer. */
public final class Plan {
    private final List<Folder> source;
    private final FolderRules rules;
    private final Map<FolderPath, Wish> wishes = new TreeMap<>();
    private final Map<FolderPath, Fitted> fitted;
    private final Map<FolderPath, List<FolderPath>> sharing = new HashMap<>();
    private final Map<String, List<FolderPath>> alike = new HashMap<>();

    public Plan(KnownNames names, List<Folder> source, List<Folder> target, FolderRules rules, NameRules nameRules) {
        this.source = source.stream().sorted(Comparator.comparing(Folder::path)).toList();
        this.rules = rules;
        Wishes decided =
                new Wishes(new Uses(names, this.source, target, rules.specialUse()), rules, names, this.source);
        TreeSet<FolderPath> wanted = new TreeSet<>();
        for (Folder folder : this.source) {
            Wish wish = decided.of(folder.path());
            wishes.put(folder.path(), wish);
            wish.path().ifPresent(wanted::add);
        }
        fitted = new NameFitter(nameRules, target.stream().map(Folder::path).toList()).fit(wanted);
        wishes.forEach((path, wish) -> wish.path().map(fitted::get).ifPresent(fit -> {
            sharing.computeIfAbsent(fit.path(), key -> new ArrayList<>()).add(path);
            alike.computeIfAbsent(composed(fit.path()), key -> new ArrayList<>())
                    .add(path);
        }));
    }

    public List<FolderMapping> mappings() {
        return source.stream().map(this::mapping).toList();
    }

    private FolderMapping mapping(Folder folder) {
        Wish wish = wishes.get(folder.path());
        Optional<Fitted> found = wish.path().map(fitted::get);
        if (found.isEmpty()) {
            return new FolderMapping(
                    folder, Optional.empty(), Optional.empty(), wish.reason(), wish.notes(), wish.conflict());
        }
        Fitted fit = found.get();
        if (fit.repaired() != null && !rules.repair()) {
            Failure refused = FolderMapFailure.NAME_REFUSED.with(
                    wish.path().get(), fit.repaired().code());
            return new FolderMapping(
                    folder, Optional.empty(), Optional.empty(), wish.reason(), wish.notes(), Optional.of(refused));
        }
        boolean renamed = fit.repaired() != null && wish.reason() == Reason.SAME_NAME;
        return new FolderMapping(
                folder,
                Optional.of(fit.path()),
                wish.use(),
                renamed ? Reason.RENAMED : wish.reason(),
                notes(folder.path(), wish, fit),
                Optional.empty());
    }

    private List<Failure> notes(FolderPath path, Wish wish, Fitted fit) {
        List<Failure> notes = new ArrayList<>(wish.notes());
        notes.addAll(fit.notes());
        List<FolderPath> shared = sharing.get(fit.path());
        other(shared, path).ifPresent(other -> notes.add(FolderMapFailure.MERGED.with(other)));
        List<FolderPath> similar = new ArrayList<>(alike.get(composed(fit.path())));
        similar.removeAll(shared);
        other(similar, path).ifPresent(other -> notes.add(FolderMapFailure.LOOKS_ALIKE.with(other)));
        return notes;
    }

    private static Optional<FolderPath> other(List<FolderPath> paths, FolderPath path) {
        return paths.stream().filter(other -> !other.equals(path)).findFirst();
    }

    private static String composed(FolderPath path) {
        return Normalizer.normalize(path.toString(), Normalizer.Form.NFC);
    }
}
