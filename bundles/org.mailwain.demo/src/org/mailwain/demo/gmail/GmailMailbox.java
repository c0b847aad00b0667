package org.mailwain.demo.gmail;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.DemoFolder;
import org.mailwain.demo.server.Labelled;
import org.mailwain.demo.server.NewMessage;

/** A simulated mailbox in which folders are labels: one message stands in several. Any thread may call. */
public final class GmailMailbox {
    private final DemoAccount account;
    private final GmailLanguage language;
    private final Map<Long, Message> messages = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private long lastId = 1_700_000_000_000_000_000L;

    GmailMailbox(DemoAccount account, GmailLanguage language) {
        this.account = account;
        this.language = language;
        for (SystemLabel label : SystemLabel.values()) {
            folder(language.folder(label)).specialUse(label.use());
        }
    }

    public DemoAccount account() {
        return account;
    }

    /** The folder's full name for a label of Gmail's own. */
    public String name(SystemLabel label) {
        return language.folder(label);
    }

    private DemoFolder folder(String name) {
        return account.folder(name).readOnly(true);
    }

    /** Makes a user's label, with {@code /} between its levels. */
    public synchronized void create(String label) {
        folder(label);
    }

    /** The user unticks 'Show in IMAP'; the label stays on its messages. */
    public synchronized void hide(String folder) {
        hidden.add(folder);
        account.delete(folder);
    }

    /**
     * A new message; it stands in All Mail unless it is spam or in the bin.
     *
     * @param labels full names of folders: a user's labels, or {@link #name} of Gmail's
     * @return its X-GM-MSGID
     */
    public synchronized long deliver(byte[] bytes, OffsetDateTime received, Set<String> flags, String... labels) {
        Message message = new Message(++lastId, bytes, received, new TreeSet<>(flags));
        messages.put(message.id, message);
        List.of(labels).forEach(label -> put(message, label));
        boolean thrown =
                message.uids.containsKey(name(SystemLabel.SPAM)) || message.uids.containsKey(name(SystemLabel.TRASH));
        if (!thrown) {
            put(message, name(SystemLabel.ALL));
        }
        if (message.flags.contains("\\Flagged")) {
            put(message, name(SystemLabel.STARRED));
        }
        return message.id;
    }

    private void put(Message message, String label) {
        long uid = hidden.contains(label)
                ? 0
                : folder(label).append(new NewMessage(message.flags, message.received, message.bytes, message));
        message.uids.put(label, uid);
    }

    public synchronized void label(long id, String label) {
        Message message = messages.get(id);
        if (!message.uids.containsKey(label)) {
            put(message, label);
            touched(message);
        }
    }

    public synchronized void unlabel(long id, String label) {
        Message message = messages.get(id);
        Long uid = message.uids.remove(label);
        if (uid != null) {
            account.find(label).ifPresent(folder -> folder.remove(List.of(uid)));
            touched(message);
        }
    }

    /** Flags are the message's, in whatever folder it is seen. */
    public synchronized void flags(long id, Set<String> flags) {
        Message message = messages.get(id);
        message.flags = new TreeSet<>(flags);
        message.uids.forEach(
                (label, uid) -> account.find(label).ifPresent(folder -> folder.flags(uid, before -> message.flags)));
    }

    /** Gone for good. */
    public synchronized void remove(long id) {
        Message message = messages.remove(id);
        message.uids.forEach((label, uid) -> account.find(label).ifPresent(folder -> folder.remove(List.of(uid))));
    }

    private void touched(Message message) {
        message.uids.forEach((label, uid) -> account.find(label).ifPresent(folder -> folder.touch(uid)));
    }

    /** X-GM-MSGIDs of all messages, in no order. */
    public synchronized List<Long> ids() {
        return new ArrayList<>(messages.keySet());
    }

    private final class Message implements Labelled {
        private final long id;
        private final byte[] bytes;
        private final OffsetDateTime received;
        private final Map<String, Long> uids = new HashMap<>();
        private Set<String> flags;

        Message(long id, byte[] bytes, OffsetDateTime received, Set<String> flags) {
            this.id = id;
            this.bytes = bytes;
            this.received = received;
            this.flags = flags;
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public List<String> labels(String openFolder) {
            synchronized (GmailMailbox.this) {
                List<String> shown = new ArrayList<>();
                for (String label : new TreeSet<>(uids.keySet())) {
                    if (!label.equals(openFolder) && !label.equals(name(SystemLabel.ALL))) {
                        shown.add(shown(label));
                    }
                }
                return shown;
            }
        }

        private String shown(String label) {
            for (SystemLabel system : SystemLabel.values()) {
                if (label.equals(name(system))) {
                    return system.atom();
                }
            }
            return label;
        }
    }
}
