package org.mailwain.target.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.graph.models.MailFolder;
import com.microsoft.graph.models.MailFolderCollectionResponse;
import com.microsoft.graph.models.MailSearchFolder;
import com.microsoft.kiota.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.target.graph.GraphFailure;

/** The folders of a mailbox, by path and id. The service compares names without case, and so does this. Thread-safe. */
final class FolderTree {
    /** Where messages stand until they are whole; hidden, and ours. */
    static final String STAGING = "Mailwain staging";

    private static final Map<String, SpecialUse> KNOWN = Map.of(
            "inbox", SpecialUse.INBOX,
            "sentitems", SpecialUse.SENT,
            "drafts", SpecialUse.DRAFTS,
            "deleteditems", SpecialUse.TRASH,
            "junkemail", SpecialUse.JUNK,
            "archive", SpecialUse.ARCHIVE,
            "outbox", SpecialUse.OUTBOX);
    private static final int DEEPEST = 300;

    private final Wire wire;
    private final Paths paths;
    private Map<String, Node> nodes;

    /** @param mail whether it holds mail that people see */
    private record Node(FolderPath path, String id, Set<SpecialUse> use, boolean mail) {}

    FolderTree(Wire wire, Paths paths) {
        this.wire = wire;
        this.paths = paths;
    }

    synchronized List<Folder> folders() throws FailureException {
        nodes = null;
        return nodes().values().stream()
                .filter(Node::mail)
                .map(n -> new Folder(n.path(), n.use(), true, true, null))
                .toList();
    }

    /** @throws FailureException {@link GraphFailure#NO_FOLDER} */
    synchronized String id(FolderPath path) throws FailureException {
        Node node = nodes().get(path.caseless());
        if (node == null || !node.mail()) {
            throw GraphFailure.NO_FOLDER.raise(path);
        }
        return node.id();
    }

    /** What is known of folders is asked anew. */
    synchronized void forget() {
        nodes = null;
    }

    FolderStatus status(FolderPath path) throws FailureException {
        String id = id(path);
        try {
            MailFolder folder = wire.read(
                    Ask.get(Paths.v1(paths.folder(id)) + "?$select=id,totalItemCount"),
                    MailFolder::createFromDiscriminatorValue);
            return status(id, folder.getTotalItemCount() == null ? -1 : folder.getTotalItemCount());
        } catch (Refused e) {
            throw gone(path, e);
        }
    }

    /** Many in few requests, in the order asked. */
    List<FolderStatus> statuses(List<FolderPath> folders) throws FailureException {
        List<BatchRequests.Part> parts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (FolderPath path : folders) {
            ids.add(id(path));
            parts.add(BatchRequests.Part.get(paths.folder(ids.getLast()) + "?$select=id,totalItemCount"));
        }
        List<FolderStatus> all = new ArrayList<>();
        List<BatchRequests.Got> answers = new BatchRequests(wire).send(parts);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).refusal() != null) {
                throw Refusals.of(wire.mailbox(), answers.get(i).refusal()) instanceof Refused refused
                        ? gone(folders.get(i), refused)
                        : Refusals.of(wire.mailbox(), answers.get(i).refusal());
            }
            all.add(status(
                    ids.get(i), answers.get(i).body().path("totalItemCount").asLong(-1)));
        }
        return all;
    }

    FailureException gone(FolderPath path, Refused e) {
        if (e.isMissing() && !e.failure().is(GraphFailure.NO_MAILBOX)) {
            forget();
            return GraphFailure.NO_FOLDER.raise(path);
        }
        return e;
    }

    /** The moment of the service's last answer is the earliest at which something new can come. */
    private FolderStatus status(String id, long count) {
        return new FolderStatus(new Epoch(id), wire.date().toEpochMilli(), count, -1, FolderState.UNKNOWN);
    }

    private Map<String, Node> nodes() throws FailureException {
        if (nodes == null) {
            Map<String, SpecialUse> uses = wellKnown();
            Map<String, Node> found = new LinkedHashMap<>();
            load(Paths.v1(paths.folders()), null, uses, found);
            nodes = found;
        }
        return nodes;
    }

    private Map<String, SpecialUse> wellKnown() throws FailureException {
        List<String> names = KNOWN.keySet().stream().sorted().toList();
        List<BatchRequests.Got> answers = new BatchRequests(wire)
                .send(names.stream()
                        .map(name -> BatchRequests.Part.get(paths.folder(name) + "?$select=id"))
                        .toList());
        Map<String, SpecialUse> uses = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            BatchRequests.Got got = answers.get(i);
            if (got.refusal() == null) {
                uses.put(got.body().path("id").asText(), KNOWN.get(names.get(i)));
            } else if (names.get(i).equals("inbox")) {
                throw Refusals.of(wire.mailbox(), got.refusal());
            }
        }
        return uses;
    }

    private void load(String url, FolderPath parent, Map<String, SpecialUse> uses, Map<String, Node> into)
            throws FailureException {
        String next = url + "?includeHiddenFolders=true&$top=100";
        List<MailFolder> all = new ArrayList<>();
        while (next != null) {
            MailFolderCollectionResponse page =
                    wire.read(Ask.get(next), MailFolderCollectionResponse::createFromDiscriminatorValue);
            all.addAll(page.getValue());
            next = page.getOdataNextLink();
        }
        for (MailFolder folder : all) {
            SpecialUse use = uses.get(folder.getId());
            FolderPath path = path(parent, folder, use);
            boolean hidden = Boolean.TRUE.equals(folder.getIsHidden());
            into.put(path.caseless(), node(folder, path, use, !hidden && !(folder instanceof MailSearchFolder)));
            int children = folder.getChildFolderCount() == null ? 0 : folder.getChildFolderCount();
            if (children > 0 && path.depth() < DEEPEST) {
                load(Paths.v1(paths.folder(folder.getId())) + "/childFolders", path, uses, into);
            }
        }
    }

    private static FolderPath path(FolderPath parent, MailFolder folder, SpecialUse use) {
        if (use == SpecialUse.INBOX) {
            return FolderPath.INBOX;
        }
        String name = folder.getDisplayName() == null ? "" : folder.getDisplayName();
        return parent == null ? FolderPath.of(name) : parent.child(name);
    }

    private static Node node(MailFolder folder, FolderPath path, SpecialUse use, boolean mail) {
        Set<SpecialUse> uses = use == null ? Set.of() : EnumSet.of(use);
        return new Node(path, folder.getId(), uses, mail);
    }

    /** @param created whether it was made now */
    record Ensured(FolderStatus status, boolean created) {}

    synchronized Ensured ensure(FolderPath path) throws FailureException {
        boolean created = false;
        Node above = null;
        for (int depth = 1; depth <= path.depth(); depth++) {
            FolderPath part = new FolderPath(path.names().subList(0, depth));
            Node node = nodes().get(part.caseless());
            if (node == null) {
                node = create(part, above, false);
                created = true;
            }
            if (!node.mail()) {
                throw GraphFailure.FOLDER_TAKEN.raise(part);
            }
            above = node;
        }
        return new Ensured(created ? status(above.id(), 0) : status(path), created);
    }

    /** The id of our staging folder. */
    synchronized String staging() throws FailureException {
        FolderPath path = FolderPath.of(STAGING);
        Node node = nodes().get(path.caseless());
        return (node == null ? create(path, null, true) : node).id();
    }

    /** Null where there is none. */
    synchronized String stagingThatStands() throws FailureException {
        Node node = nodes().get(FolderPath.of(STAGING).caseless());
        return node == null ? null : node.id();
    }

    private Node create(FolderPath path, Node above, boolean hidden) throws FailureException {
        String name = path.name();
        if (name.isBlank()
                || name.length() > 255
                || !name.equals(name.strip())
                || name.chars().anyMatch(Character::isISOControl)) {
            throw GraphFailure.FOLDER_NAME.raise(path);
        }
        String url = above == null ? paths.folders() : paths.folder(above.id()) + "/childFolders";
        JsonNode body = BatchRequests.object().put("displayName", name).put("isHidden", hidden);
        byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
        try {
            MailFolder made = wire.write(
                    Ask.json(HttpMethod.POST, Paths.v1(url), json), MailFolder::createFromDiscriminatorValue);
            return put(node(made, path, null, !hidden));
        } catch (Refused e) {
            return existing(path, e);
        } catch (Unanswered e) {
            if (e.ends()) {
                throw wire.end(e.failure());
            }
            forget();
            return existing(path, null);
        }
    }

    private Node put(Node node) {
        nodes.put(node.path().caseless(), node);
        return node;
    }

    /** Somebody else made it, or it was missed, or something that no listing shows has the name. */
    private Node existing(FolderPath path, Refused refusal) throws FailureException {
        boolean exists = refusal == null || refusal.code().equalsIgnoreCase("ErrorFolderExists");
        if (!exists && refusal.status() != 400) {
            throw refusal;
        }
        forget();
        Node node = nodes().get(path.caseless());
        if (node != null) {
            return node;
        }
        throw exists && refusal != null
                ? GraphFailure.FOLDER_TAKEN.raise(path)
                : GraphFailure.FOLDER_REFUSED.raise(path, refusal == null ? "" : refusal.said());
    }
}
