package org.mailwain.source.gmail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.mail.FolderTree;
import org.mailwain.mail.ItemRules;

/**
 * Gmail's IMAP extensions: a message has one X-GM-MSGID in all folders, and X-GM-LABELS names its labels but for that of
 * the folder that is open. Immutable.
 */
final class GmailItems implements ItemRules {
    private static final String ID = "X-GM-MSGID";
    private static final String LABELS = "X-GM-LABELS";
    /** RFC 8457. */
    private static final String IMPORTANT = "$Important";

    private static final Map<String, SpecialUse> SYSTEM = Map.of(
            "\\inbox", SpecialUse.INBOX,
            "\\sent", SpecialUse.SENT,
            "\\draft", SpecialUse.DRAFTS,
            "\\drafts", SpecialUse.DRAFTS,
            "\\trash", SpecialUse.TRASH,
            "\\spam", SpecialUse.JUNK,
            "\\junk", SpecialUse.JUNK,
            "\\starred", SpecialUse.FLAGGED,
            "\\important", SpecialUse.IMPORTANT);

    private final LabelOrder order;
    private final boolean keywords;

    GmailItems(LabelOrder order, boolean keywords) {
        this.order = order;
        this.keywords = keywords;
    }

    @Override
    public List<String> fetchItems() {
        return List.of(ID, LABELS);
    }

    @Override
    public boolean namesUids() {
        return false;
    }

    @Override
    public ItemId id(long uid, Map<String, List<String>> extras) {
        List<String> values = extras.getOrDefault(ID, List.of());
        try {
            return values.size() == 1 ? wide(Long.parseUnsignedLong(values.getFirst())) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Always eight bytes, as the session's table wants it. */
    private static ItemId wide(long number) {
        byte[] bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (number >>> 56 - 8 * i);
        }
        return ItemId.of(bytes);
    }

    @Override
    public Told told(Folder in, Flags flags, Map<String, List<String>> extras, FolderTree tree) {
        Map<FolderPath, Folder> places = new LinkedHashMap<>();
        Set<String> words = new TreeSet<>(flags.keywords());
        if (keywords && in.specialUse().contains(SpecialUse.IMPORTANT)) {
            words.add(IMPORTANT);
        }
        boolean everywhere =
                !in.specialUse().contains(SpecialUse.TRASH) && !in.specialUse().contains(SpecialUse.JUNK);
        for (String label : extras.getOrDefault(LABELS, List.of())) {
            SpecialUse use = SYSTEM.get(label.toLowerCase(Locale.ROOT));
            everywhere &= use != SpecialUse.TRASH && use != SpecialUse.JUNK;
            if (use == null && !label.startsWith("\\")) {
                FolderPath path = tree.path(label);
                tree.find(path).filter(Folder::selectable).ifPresent(f -> places.put(path, f));
                addKeyword(words, path, in);
            } else {
                place(use, tree).ifPresent(folder -> places.put(folder.path(), folder));
                if (use == SpecialUse.IMPORTANT && keywords) {
                    words.add(IMPORTANT);
                }
            }
        }
        if (everywhere) {
            tree.with(SpecialUse.ALL).ifPresent(all -> places.put(all.path(), all));
        }
        places.remove(in.path());
        return new Told(Flags.of(flags.system(), words), List.copyOf(places.keySet()), preferred(in, places));
    }

    private static Optional<Folder> place(SpecialUse use, FolderTree tree) {
        if (use == SpecialUse.INBOX) {
            return tree.find(FolderPath.INBOX);
        }
        return use == null ? Optional.empty() : tree.with(use);
    }

    private void addKeyword(Set<String> words, FolderPath label, Folder in) {
        if (keywords && !label.equals(in.path())) {
            words.add(Keywords.of(String.join("/", label.names())));
        }
    }

    private List<FolderPath> preferred(Folder in, Map<FolderPath, Folder> places) {
        List<Folder> before = new ArrayList<>();
        for (Folder place : places.values()) {
            if (order.goesBefore(place, in)) {
                before.add(place);
            }
        }
        before.sort(order);
        return before.stream().map(Folder::path).toList();
    }
}
