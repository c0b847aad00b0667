package org.mailwain.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Says in which messages two mailboxes differ. */
final class Differences {
    private Differences() {}

    static List<String> of(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> folders = new TreeSet<>(actual.keySet());
        folders.addAll(expected.keySet());
        for (String folder : folders) {
            if (!actual.containsKey(folder) || !expected.containsKey(folder)) {
                differences.add(folder + (actual.containsKey(folder) ? " is too much" : " is missing"));
                continue;
            }
            List<String> extra = new ArrayList<>(actual.get(folder));
            List<String> missing = new ArrayList<>(expected.get(folder));
            expected.get(folder).forEach(extra::remove);
            actual.get(folder).forEach(missing::remove);
            extra.forEach(line -> differences.add(folder + " has too much: " + line));
            missing.forEach(line -> differences.add(folder + " lacks: " + line));
        }
        return differences;
    }
}
