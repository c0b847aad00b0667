package org.mailwain.foldermap.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.folder.FolderMapping.Reason;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.foldermap.FolderMapFailure;

/** Decides where each source folder is to go. For one mapping and one thread. */
final class Wishes {
    /** Uses that RFC 6154 lets clients ask for and that hold mail of their own. */
    private static final Set<SpecialUse> CREATABLE =
            EnumSet.of(SpecialUse.SENT, SpecialUse.DRAFTS, SpecialUse.JUNK, SpecialUse.TRASH, SpecialUse.ARCHIVE);

    private record Rule(FolderPattern from, FolderRule rule) {}

    private final Uses uses;
    private final FolderRules rules;
    private final List<Rule> patterns;
    private final FolderPattern.Uses tokens;
    private final Map<FolderPath, Wish> wishes = new HashMap<>();

    Wishes(Uses uses, FolderRules rules, KnownNames names, List<Folder> source) {
        this.uses = uses;
        this.rules = rules;
        this.patterns = rules.rules().stream()
                .map(rule -> new Rule(FolderPattern.parse(rule.from()), rule))
                .toList();
        this.tokens = new TokenUses(names, source);
    }

    Wish of(FolderPath path) {
        Wish known = wishes.get(path);
        if (known == null) {
            known = decide(path);
            wishes.put(path, known);
        }
        return known;
    }

    private Wish decide(FolderPath path) {
        for (Rule rule : patterns) {
            Optional<FolderPattern.Match> match = rule.from.match(path.names(), tokens);
            if (match.isPresent()) {
                return byRule(rule.rule, match.get());
            }
        }
        Wish above = path.parent() == null ? null : of(path.parent());
        boolean moved =
                above != null && above.path().isPresent() && !above.path().get().equals(rooted(path.parent()));
        if (rules.root().isEmpty()) {
            Optional<Wish> use = byUse(path, moved);
            if (use.isPresent()) {
                return use.get();
            }
        }
        if (moved) {
            FolderPath target = above.path().get().child(path.name());
            return Wish.to(target, above.reason(), List.of(FolderMapFailure.WITH_PARENT.with(path.parent())));
        }
        if (rules.root().isPresent()) {
            Failure why = FolderMapFailure.UNDER_ROOT.with(rules.root().get());
            return Wish.to(rooted(path), Reason.RULE, List.of(why));
        }
        List<Failure> notes = uses.passedOver(path).map(List::of).orElse(List.of());
        return Wish.to(path, Reason.SAME_NAME, notes);
    }

    private FolderPath rooted(FolderPath path) {
        return rules.root().map(path::under).orElse(path);
    }

    private Wish byRule(FolderRule rule, FolderPattern.Match match) {
        Failure why = FolderMapFailure.BY_RULE.with(rule.from());
        if (rule.to().isEmpty()) {
            return new Wish(Optional.empty(), Reason.LEFT_OUT, Optional.empty(), List.of(why), Optional.empty());
        }
        FolderPattern to = FolderPattern.parse(rule.to().get());
        Optional<List<String>> filled = to.fill(match);
        List<String> names = new ArrayList<>(to.token().map(this::folderOf).orElse(List.of()));
        filled.ifPresent(names::addAll);
        if (filled.isEmpty() || names.isEmpty()) {
            Failure conflict =
                    FolderMapFailure.WILDCARDS.with(rule.from(), rule.to().get());
            return new Wish(Optional.empty(), Reason.RULE, Optional.empty(), List.of(why), Optional.of(conflict));
        }
        return Wish.to(rooted(new FolderPath(names)), Reason.RULE, List.of(why));
    }

    /** The target's folder of that use; where there is none, one that is named after the use. */
    private List<String> folderOf(SpecialUse use) {
        return uses.target(use).map(FolderPath::names).orElseGet(() -> List.of(WellKnown.name(use)));
    }

    private Optional<Wish> byUse(FolderPath path, boolean moved) {
        Optional<Uses.Found> found = uses.source(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SpecialUse use = found.get().use();
        Optional<FolderPath> target = uses.target(use);
        if (target.isEmpty()) {
            boolean asks = CREATABLE.contains(use) && !moved;
            return asks
                    ? Optional.of(
                            Wish.to(path, Reason.SAME_NAME, List.of(found.get().why()))
                                    .with(use))
                    : Optional.empty();
        }
        if (target.get().equals(path)) {
            return Optional.of(Wish.to(path, Reason.SAME_NAME, List.of()));
        }
        List<Failure> notes = new ArrayList<>(List.of(found.get().why()));
        boolean byName = found.get().why().is(FolderMapFailure.USE_BY_NAME);
        if (uses.isTargetByName(use)) {
            notes.add(FolderMapFailure.TARGET_BY_NAME.with(WellKnown.token(use), target.get()));
            byName = true;
        }
        return Optional.of(Wish.to(target.get(), byName ? Reason.KNOWN_NAME : Reason.SPECIAL_USE, notes));
    }
}
