package org.mailwain.mail.internal.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;

/** Lists the folders of a mailbox, with all that one round trip can tell of them. */
final class Lister {
    private static final Map<String, SpecialUse> USES = Map.ofEntries(
            Map.entry("\\sent", SpecialUse.SENT),
            Map.entry("\\drafts", SpecialUse.DRAFTS),
            Map.entry("\\junk", SpecialUse.JUNK),
            Map.entry("\\spam", SpecialUse.JUNK),
            Map.entry("\\trash", SpecialUse.TRASH),
            Map.entry("\\archive", SpecialUse.ARCHIVE),
            Map.entry("\\all", SpecialUse.ALL),
            Map.entry("\\allmail", SpecialUse.ALL),
            Map.entry("\\flagged", SpecialUse.FLAGGED),
            Map.entry("\\starred", SpecialUse.FLAGGED),
            Map.entry("\\important", SpecialUse.IMPORTANT));

    private final Session session;
    private final Map<Key, Found> found = new LinkedHashMap<>();
    private final Set<Key> subscribed = new HashSet<>();
    private final List<Reply> refused = new ArrayList<>();
    private final List<Early> early = new ArrayList<>();

    /** A line that came before the namespaces were known, by which it is told whose folder it names. */
    private record Early(Lines answer, IMAPResponse response) {}

    Lister(Session session) {
        this.session = session;
    }

    /** @param states asks for the folders' states too, where the server tells them with the list */
    List<Folder> list(boolean states) throws FailureException {
        if (session.listsEarly()) {
            send(List.of("*"), states);
            session.agree();
            for (Early line : early) {
                line.answer.take(line.response);
            }
        } else {
            session.agree();
            send(patterns(), states);
        }
        session.pipeline.await();
        if (found.isEmpty() && !refused.isEmpty()) {
            throw new FailureException(session.pipeline.refusals().command(refused.getFirst(), "LIST"));
        }
        session.names.forget();
        Map<FolderPath, Folder> tree = folders();
        session.listed(tree);
        return List.copyOf(tree.values());
    }

    private void send(List<String> patterns, boolean states) throws FailureException {
        boolean extended = session.pipeline.has("LIST-EXTENDED");
        for (String pattern : patterns) {
            if (extended) {
                send(verb(), pattern, " RETURN (SUBSCRIBED" + special() + (states ? states() : "") + ")", false);
            } else {
                send(verb(), pattern, "", false);
                send("LSUB", pattern, "", true);
            }
        }
    }

    private List<String> patterns() {
        return session.names
                .root()
                .map(root ->
                        List.of(root, root + (session.names.delimiter() == 0 ? '.' : session.names.delimiter()) + "*"))
                .orElse(List.of("*"));
    }

    private String verb() {
        return session.pipeline.has("XLIST") && !session.pipeline.has("SPECIAL-USE") ? "XLIST" : "LIST";
    }

    private String special() {
        return session.pipeline.has("SPECIAL-USE") ? " SPECIAL-USE" : "";
    }

    private String states() {
        return session.pipeline.has("LIST-STATUS") ? " STATUS " + StatusAnswer.items(session) : "";
    }

    private void send(String verb, String pattern, String options, boolean subscriptions) throws FailureException {
        byte[] name = pattern.getBytes(StandardCharsets.ISO_8859_1);
        session.pipeline.send(
                new Lines(verb, subscriptions),
                words -> words.text(verb).text(" \"\" ").string(name).text(options));
    }

    private final class Lines implements Answer {
        private final String verb;
        private final boolean subscriptions;

        Lines(String verb, boolean subscriptions) {
            this.verb = verb;
            this.subscriptions = subscriptions;
        }

        @Override
        public boolean untagged(IMAPResponse response) throws FailureException {
            if (!response.keyEquals(verb) && (subscriptions || !response.keyEquals("STATUS"))) {
                return false;
            }
            if (session.hasAgreed()) {
                take(response);
            } else {
                early.add(new Early(this, response));
            }
            return true;
        }

        private void take(IMAPResponse response) throws FailureException {
            if (response.keyEquals(verb)) {
                line(response, subscriptions);
            } else {
                status(response);
            }
        }

        @Override
        public void done(Reply reply) {
            if (subscriptions) {
                return;
            } else if (reply.isOk()) {
                session.pipeline.refusals().worked();
            } else {
                refused.add(reply);
            }
        }
    }

    private void line(IMAPResponse response, boolean subscription) throws FailureException {
        Set<String> attributes = attributes(response);
        char delimiter = WireName.delimiter(response, session);
        byte[] name = WireName.read(response, session);
        if (subscription || attributes.contains("\\subscribed")) {
            subscribed.add(new Key(name));
        }
        if (!subscription && session.isOurs(name)) {
            found.putIfAbsent(new Key(name), new Found(name, delimiter, attributes));
        }
    }

    private Set<String> attributes(IMAPResponse response) throws FailureException {
        try {
            String[] list = response.readSimpleList();
            Set<String> attributes = new HashSet<>();
            for (String attribute : list == null ? new String[0] : list) {
                attributes.add(attribute.toLowerCase(Locale.ROOT));
            }
            return attributes;
        } catch (RuntimeException e) {
            throw session.malformed("LIST");
        }
    }

    private void status(IMAPResponse response) throws FailureException {
        response.reset();
        response.readAtom();
        Found folder = found.get(new Key(WireName.read(response, session)));
        if (folder != null) {
            folder.state = StatusAnswer.parse(response, session);
        }
    }

    private Map<FolderPath, Folder> folders() {
        Map<FolderPath, Folder> tree = new LinkedHashMap<>();
        Map<FolderPath, Folder> parents = new HashMap<>();
        for (Map.Entry<Key, Found> entry : found.entrySet()) {
            Found one = entry.getValue();
            FolderPath path = session.names.learn(one.name, one.delimiter);
            Folder folder = one.folder(path, subscribed.contains(entry.getKey()));
            if (one.state != null && folder.selectable() && one.state.validity() > 0) {
                session.seen(path, one.state);
                folder = folder.with(one.state.status());
            }
            tree.put(path, folder);
            for (FolderPath parent = path.parent(); parent != null; parent = parent.parent()) {
                parents.putIfAbsent(parent, new Folder(parent, Set.of(), false, false, null));
            }
        }
        parents.forEach(tree::putIfAbsent);
        return tree;
    }

    /** A name on the wire; that of the inbox in any case is one. */
    private record Key(byte[] name) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && WireName.same(name, key.name);
        }

        @Override
        public int hashCode() {
            return WireName.isInbox(name) ? 0 : Arrays.hashCode(name);
        }
    }

    private final class Found {
        private final byte[] name;
        private final char delimiter;
        private final Set<String> attributes;
        private ImapState state;

        Found(byte[] name, char delimiter, Set<String> attributes) {
            this.name = name;
            this.delimiter = delimiter;
            this.attributes = attributes;
        }

        Folder folder(FolderPath path, boolean isSubscribed) {
            Set<SpecialUse> uses = new HashSet<>();
            if (path.isInbox()) {
                uses.add(SpecialUse.INBOX);
            }
            attributes.forEach(a -> {
                if (USES.containsKey(a)) {
                    uses.add(USES.get(a));
                }
            });
            boolean selectable = !attributes.contains("\\noselect") && !attributes.contains("\\nonexistent");
            return session.profile.folders().apply(new Folder(path, uses, selectable, isSubscribed, null));
        }
    }
}
