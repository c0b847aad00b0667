package org.mailwain.foldermap.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.NameRules;
import org.mailwain.foldermap.FolderMapFailure;
import org.mailwain.foldermap.internal.NameRepair.Repaired;

/**
 * Makes names that the target takes, and keeps names apart that it would take for one. Level by level: a name that
 * stands on the target first, then names that can stay as they are, then those that must change; so whatever the order
 * of the source's listing, and after a pass as before it, a folder gets the same name.
 */
final class NameFitter {
    /**
     * @param notes what was done to the names on the way down
     * @param repaired the first code of a change that folder maps can forbid, or null
     */
    record Fitted(FolderPath path, List<Failure> notes, FolderMapFailure repaired) {}

    private static final class Node {
        private final Map<String, Node> children = new TreeMap<>();
        private FolderPath wanted;
    }

    private record Candidate(String name, boolean stands, Repaired repaired) {
        private static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate c) -> !c.stands)
                .thenComparing(c -> !c.repaired.changes().isEmpty())
                .thenComparing(Candidate::name);
    }

    private record Step(FolderPath path, List<Failure> notes, FolderMapFailure repaired) {}

    private final NameRules rules;
    private final NameRepair repair;
    private final Set<FolderPath> standing = new HashSet<>();
    private final Map<FolderPath, List<String>> standingBelow = new HashMap<>();
    private final Map<FolderPath, Fitted> fitted = new HashMap<>();

    NameFitter(NameRules rules, Collection<FolderPath> standingFolders) {
        this.rules = rules;
        this.repair = new NameRepair(rules);
        standing.add(FolderPath.INBOX);
        for (FolderPath path : standingFolders) {
            for (FolderPath at = path; at != null; at = at.parent()) {
                standing.add(at);
            }
        }
        for (FolderPath path : standing) {
            standingBelow
                    .computeIfAbsent(path.parent(), parent -> new ArrayList<>())
                    .add(path.name());
        }
        standingBelow.values().forEach(names -> names.sort(null));
    }

    Map<FolderPath, Fitted> fit(Collection<FolderPath> wanted) {
        Node root = new Node();
        for (FolderPath path : wanted) {
            Node node = root;
            for (String name : standing.contains(path) ? path.names() : repair.shallow(path.names())) {
                node = node.children.computeIfAbsent(name, key -> new Node());
            }
            node.wanted = path;
        }
        below(root, new Step(null, List.of(), null));
        return fitted;
    }

    private void below(Node node, Step above) {
        boolean top = above.path == null;
        Set<String> taken = new HashSet<>();
        if (top) {
            taken.add(key("INBOX", true));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (String name : node.children.keySet()) {
            boolean stands = standing.contains(child(above.path, name));
            candidates.add(
                    new Candidate(name, stands, stands ? new Repaired(name, List.of()) : repair.repaired(name, top)));
        }
        candidates.sort(Candidate.ORDER);
        for (Candidate candidate : candidates) {
            Step step = top && candidate.name.equals("INBOX")
                    ? new Step(FolderPath.INBOX, List.of(), null)
                    : step(above, candidate, taken, node.children.keySet());
            Node child = node.children.get(candidate.name);
            if (child.wanted != null) {
                fitted.put(child.wanted, new Fitted(step.path, step.notes, step.repaired));
            }
            below(child, step);
        }
    }

    private Step step(Step above, Candidate candidate, Set<String> taken, Set<String> siblings) {
        boolean top = above.path == null;
        Repaired repaired = candidate.repaired;
        String spelled = candidate.stands ? candidate.name : spelling(above.path, repaired.name(), siblings);
        String free = free(spelled, taken, top);
        taken.add(key(free, top));
        List<FolderMapFailure> codes = new ArrayList<>(repaired.changes());
        if (!spelled.equals(repaired.name()) && free.equals(spelled)) {
            codes.add(FolderMapFailure.SPELLING);
        }
        if (!free.equals(spelled)) {
            codes.add(FolderMapFailure.RENAMED_TAKEN);
        }
        List<Failure> notes = new ArrayList<>(above.notes);
        codes.forEach(code -> notes.add(code.with(candidate.name.replace('\0', '/'), free)));
        FolderMapFailure first = above.repaired;
        for (FolderMapFailure code : codes) {
            first = first == null && code != FolderMapFailure.SPELLING ? code : first;
        }
        return new Step(child(above.path, free), notes, first);
    }

    /** The target's own spelling of a name that it would take for the same, or that looks the same. */
    private String spelling(FolderPath parent, String name, Set<String> siblings) {
        if (standing.contains(child(parent, name))) {
            return name;
        }
        for (String other : standingBelow.getOrDefault(parent, List.of())) {
            if (!siblings.contains(other) && alike(other).equals(alike(name))) {
                return other;
            }
        }
        return name;
    }

    private String alike(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return rules.caseless() ? composed.toLowerCase(Locale.ROOT) : composed;
    }

    private String free(String name, Set<String> taken, boolean top) {
        String free = name;
        for (int number = 2; taken.contains(key(free, top)); number++) {
            free = repair.shortened(name, " (" + number + ")");
        }
        return free;
    }

    /** What the target tells names apart by; INBOX is one name in any case (RFC 9051 section 5.1). */
    private String key(String name, boolean top) {
        return rules.caseless() || top && name.equalsIgnoreCase("INBOX")
                ? alike(name).toLowerCase(Locale.ROOT)
                : name;
    }

    private static FolderPath child(FolderPath parent, String name) {
        return parent == null ? FolderPath.of(name) : parent.child(name);
    }
}
