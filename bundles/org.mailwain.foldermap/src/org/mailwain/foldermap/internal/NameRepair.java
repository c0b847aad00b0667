package org.mailwain.foldermap.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mailwain.api.provider.NameRules;
import org.mailwain.foldermap.FolderMapFailure;

/** The smallest change that makes the target take a name. */
final class NameRepair {
    /** Stands for what a name cannot hold. */
    private static final char STAND_IN = '_';

    private static final Pattern BLANKS = Pattern.compile("\\h{2,}");
    private static final String JOINED = " - ";

    /** @param changes why it was changed; empty where it stayed */
    record Repaired(String name, List<FolderMapFailure> changes) {}

    private final NameRules rules;

    NameRepair(NameRules rules) {
        this.rules = rules;
    }

    /** Too deep a path with its last names joined into one by NUL, which no name can hold. */
    List<String> shallow(List<String> names) {
        if (rules.maxDepth() < 1 || names.size() <= rules.maxDepth()) {
            return names;
        }
        List<String> shallow = new ArrayList<>(names.subList(0, rules.maxDepth() - 1));
        shallow.add(String.join("\0", names.subList(rules.maxDepth() - 1, names.size())));
        return shallow;
    }

    Repaired repaired(String wanted, boolean top) {
        List<FolderMapFailure> changes = new ArrayList<>();
        String name = note(changes, FolderMapFailure.RENAMED_DEPTH, wanted, wanted.replace("\0", JOINED));
        name = note(changes, FolderMapFailure.RENAMED_CHARACTERS, name, characters(name));
        if (top) {
            name = note(changes, FolderMapFailure.RENAMED_START, name, start(name));
        }
        if (rules.trims()) {
            name = note(changes, FolderMapFailure.RENAMED_BLANKS, name, name.strip());
        }
        if (rules.squeezes()) {
            name = note(
                    changes,
                    FolderMapFailure.RENAMED_SQUEEZED,
                    name,
                    BLANKS.matcher(name).replaceAll(" "));
        }
        if (top && rules.reserved().contains(name.toLowerCase(Locale.ROOT))) {
            name = note(changes, FolderMapFailure.RENAMED_RESERVED, name, name + STAND_IN);
        }
        name = note(changes, FolderMapFailure.RENAMED_LENGTH, name, shortened(name, ""));
        if (name.isEmpty()) {
            name = note(changes, FolderMapFailure.RENAMED_CHARACTERS, name, String.valueOf(STAND_IN));
        }
        return new Repaired(name, changes);
    }

    private static String note(List<FolderMapFailure> changes, FolderMapFailure code, String before, String after) {
        if (!after.equals(before)) {
            changes.add(code);
        }
        return after;
    }

    /** RFC 9051 section 5.1: no control characters, no line or paragraph separators; nor what UTF-8 cannot write. */
    private String characters(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            boolean bad = Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || lone;
            kept.appendCodePoint(bad || rules.forbidden().indexOf(c) >= 0 ? STAND_IN : c);
        });
        return kept.toString();
    }

    private String start(String name) {
        for (String start : rules.forbiddenStarts()) {
            if (!start.isEmpty() && name.startsWith(start)) {
                return String.valueOf(STAND_IN).repeat(start.length()) + name.substring(start.length());
            }
        }
        return name;
    }

    /** The name with an ending, not longer than the target takes and not cut inside of a character. */
    String shortened(String name, String ending) {
        int room = rules.maxLength() - ending.length();
        if (rules.maxLength() < 0 || name.length() <= room) {
            return name + ending;
        }
        int end = Math.max(room, 0);
        if (end > 0 && Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + ending;
    }
}
