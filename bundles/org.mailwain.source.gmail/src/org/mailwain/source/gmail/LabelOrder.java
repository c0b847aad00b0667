package org.mailwain.source.gmail;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;

/** Which of two folders a message is kept in, by the strategy and the priority of labels. Immutable. */
final class LabelOrder implements Comparator<Folder> {
    private static final int OWN = 1_000_000;

    private final LabelStrategy strategy;
    private final List<String> priority;

    LabelOrder(LabelStrategy strategy, List<String> priority) {
        this.strategy = strategy;
        this.priority =
                priority.stream().map(name -> FolderPath.parse(name).caseless()).toList();
    }

    @Override
    public int compare(Folder one, Folder other) {
        int byRank = Integer.compare(rank(one), rank(other));
        if (byRank != 0) {
            return byRank;
        }
        int deepestFirst = Integer.compare(other.path().depth(), one.path().depth());
        return deepestFirst != 0 ? deepestFirst : one.path().compareTo(other.path());
    }

    /** Whether a message that stands in both is kept in the first alone. */
    boolean goesBefore(Folder first, Folder listed) {
        if (strategy == LabelStrategy.COPY_PER_LABEL) {
            return isView(listed) && (!isView(first) || compare(first, listed) < 0);
        }
        return compare(first, listed) < 0;
    }

    /** Folders of which every message is expected elsewhere. */
    private static boolean isView(Folder folder) {
        Set<SpecialUse> uses = folder.specialUse();
        return uses.contains(SpecialUse.ALL)
                || uses.contains(SpecialUse.IMPORTANT)
                || uses.contains(SpecialUse.FLAGGED);
    }

    private int rank(Folder folder) {
        Set<SpecialUse> uses = folder.specialUse();
        if (uses.contains(SpecialUse.TRASH) || uses.contains(SpecialUse.JUNK)) {
            return -2;
        }
        if (uses.contains(SpecialUse.ALL)) {
            return strategy == LabelStrategy.ALL_MAIL ? -1 : 3 * OWN;
        }
        int chosen = chosen(folder.path().caseless());
        if (chosen >= 0) {
            return chosen;
        }
        if (uses.contains(SpecialUse.DRAFTS)) {
            return OWN;
        } else if (folder.path().isInbox()) {
            return OWN + 1;
        } else if (uses.contains(SpecialUse.SENT)) {
            return OWN + 3;
        } else if (isView(folder)) {
            return uses.contains(SpecialUse.FLAGGED) ? 4 * OWN + 1 : 4 * OWN;
        }
        return OWN + 2;
    }

    private int chosen(String path) {
        for (int i = 0; i < priority.size(); i++) {
            String name = priority.get(i).toLowerCase(Locale.ROOT);
            if (path.equals(name) || path.startsWith(name + "/")) {
                return i;
            }
        }
        return -1;
    }
}
