package org.mailwain.presenters.foldermaps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/** Changes to a folder map as a person makes them on the trees: each is the smallest edit of its text. */
public final class MapEditing {
    private static final YamlPath RULES = YamlPath.of("rules");
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String LEAVE_OUT = "leaveOut";

    private final YamlEditing editing;

    public MapEditing(YamlEditing editing) {
        this.editing = editing;
    }

    /**
     * Lets a source folder go to a target folder.
     *
     * @param below whether all folders below it go along
     */
    public void map(FolderPath from, FolderPath to, boolean below) throws FailureException {
        // the folder's own rule is written last and stands first, since the pattern fits the folder, too
        if (below) {
            write(pattern(from, true), YamlValue.text(to + "/**"), TO);
        }
        write(pattern(from, false), YamlValue.text(to.toString()), TO);
    }

    /** Leaves a source folder out. @param below whether all folders below it are left out too */
    public void leaveOut(FolderPath from, boolean below) throws FailureException {
        if (below) {
            write(pattern(from, true), YamlValue.literal(true), LEAVE_OUT);
        }
        write(pattern(from, false), YamlValue.literal(true), LEAVE_OUT);
    }

    /** Takes the rules of exactly this folder away; others may still fit it. */
    public void release(FolderPath from) throws FailureException {
        for (String pattern : List.of(pattern(from, false), pattern(from, true))) {
            int at = find(pattern);
            if (at >= 0) {
                if (rules().size() == 1) {
                    editing.remove(RULES);
                } else {
                    editing.remove(RULES.index(at));
                }
            }
        }
    }

    /** Whether a rule names exactly this folder. */
    public boolean hasRule(FolderPath from) {
        return find(pattern(from, false)) >= 0 || find(pattern(from, true)) >= 0;
    }

    /** A {@code *} in a name would stand for anything; no rule can name such a folder alone. */
    public static boolean canBeNamed(FolderPath from) {
        return from.names().stream().noneMatch(name -> name.contains("*") || name.startsWith("#"));
    }

    private static String pattern(FolderPath from, boolean below) {
        return below ? from + "/**" : from.toString();
    }

    private void write(String from, YamlValue value, String key) throws FailureException {
        int at = find(from);
        if (at >= 0) {
            YamlPath rule = RULES.index(at);
            String other = key.equals(TO) ? LEAVE_OUT : TO;
            editing.set(rule.key(key), value);
            if (editing.document().find(rule.key(other)).isPresent()) {
                editing.remove(rule.key(other));
            }
            return;
        }
        Map<String, YamlValue> rule = new LinkedHashMap<>();
        rule.put(FROM, YamlValue.text(from));
        rule.put(key, value);
        if (rules().isEmpty()) {
            editing.set(RULES, new YamlValue.Items(List.of(new YamlValue.Group(rule))));
        } else {
            // the first rule that fits decides: what a person does last is meant
            editing.insert(RULES, 0, new YamlValue.Group(rule));
        }
    }

    private List<YamlNode> rules() {
        Optional<YamlNode> rules = editing.document().find(RULES);
        return rules.isPresent() && rules.get() instanceof YamlNode.Sequence list ? list.items() : List.of();
    }

    private int find(String from) {
        List<YamlNode> rules = rules();
        for (int i = 0; i < rules.size(); i++) {
            Optional<String> named = editing.value(RULES.index(i).key(FROM));
            if (named.isPresent() && named.get().equals(from)) {
                return i;
            }
        }
        return -1;
    }
}
