package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.DemoMessage;

/** The folder that a connection has open, as its client knows it: sequence numbers move only when it is told. */
final class Selection {
    private final DemoFolder folder;
    private final boolean readOnly;
    private final List<Long> uids = new ArrayList<>();
    /** Modification sequences that the client was told of in an answer of its own. */
    private final Map<Long, Long> told = new HashMap<>();

    private final DemoFolder.Snapshot opened;
    private long seen;

    Selection(DemoFolder folder, boolean readOnly) {
        this.folder = folder;
        this.readOnly = readOnly || folder.isReadOnly();
        this.opened = folder.snapshot();
        this.seen = opened.modSeq();
        opened.messages().forEach(message -> uids.add(message.uid()));
    }

    DemoFolder folder() {
        return folder;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    void requireWritable() throws CommandException {
        if (readOnly) {
            throw CommandException.no("[READ-ONLY] the folder is open for reading");
        }
    }

    /** What stood here when the folder was opened. */
    DemoFolder.Snapshot opened() {
        return opened;
    }

    int count() {
        return uids.size();
    }

    long uid(int position) {
        return uids.get(position);
    }

    List<Integer> positions(NumberSet set, boolean byUid) throws CommandException {
        return byUid ? set.positionsOfUids(uids) : set.positionsOfNumbers(uids.size());
    }

    Optional<DemoMessage> message(int position) {
        return folder.message(uids.get(position));
    }

    void told(DemoMessage message) {
        told.put(message.uid(), message.modSeq());
    }

    /** Tells the client what has changed. @param expunge false during commands that must not move numbers */
    void update(Output out, boolean expunge, boolean modSeqs) throws IOException {
        if (folder.highestModSeq() == seen) {
            return;
        }
        DemoFolder.Snapshot now = folder.snapshot();
        List<DemoMessage> messages = now.messages();
        Set<Long> standing = new HashSet<>();
        messages.forEach(message -> standing.add(message.uid()));
        boolean gone = !standing.containsAll(uids);
        if (gone && !expunge) {
            return;
        }
        for (int i = uids.size() - 1; gone && i >= 0; i--) {
            if (!standing.contains(uids.get(i))) {
                uids.remove(i);
                out.line("* " + (i + 1) + " EXPUNGE");
            }
        }
        int before = uids.size();
        for (DemoMessage message : messages) {
            int position = Collections.binarySearch(uids, message.uid());
            if (position < 0) {
                uids.add(message.uid());
            } else if (message.modSeq() > seen && told.getOrDefault(message.uid(), 0L) < message.modSeq()) {
                String modSeq = modSeqs ? " MODSEQ (" + message.modSeq() + ")" : "";
                out.line("* " + (position + 1) + " FETCH (UID " + message.uid() + " FLAGS ("
                        + String.join(" ", message.flags()) + ")" + modSeq + ")");
            }
        }
        if (uids.size() > before) {
            out.line("* " + uids.size() + " EXISTS");
            out.line("* 0 RECENT");
        }
        told.clear();
        seen = now.modSeq();
    }
}
