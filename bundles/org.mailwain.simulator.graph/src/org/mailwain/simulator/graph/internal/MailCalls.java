package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.mailwain.simulator.graph.MailFolder;
import org.mailwain.simulator.graph.Mailbox;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.simulator.graph.User;

/** What is asked of one mailbox: folders here, messages and attachments by those beside it. */
final class MailCalls {
    private static final int LONGEST_NAME = 255;

    private final String base;
    private final CreateCalls creating;
    private final AttachmentCalls attaching;
    private final Clock clock;

    MailCalls(String base, CreateCalls creating, AttachmentCalls attaching, Clock clock) {
        this.base = base;
        this.creating = creating;
        this.attaching = attaching;
        this.clock = clock;
    }

    /** @param user whose mailbox is meant; @param rest the path after the user */
    Answer answer(Call call, User user, List<String> rest) {
        boolean imports = rest.getLast().equals("importMime");
        call.needs(imports ? "Mail-Advanced.ReadWrite.All" : "Mail.ReadWrite");
        if (call.bearer().user() != null && call.bearer().user() != user) {
            throw new GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
        Mailbox mailbox = user.mailbox(clock.instant());
        if (mailbox == null) {
            throw new GraphError(
                    404,
                    "MailboxNotEnabledForRESTAPI",
                    "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        }
        String first = rest.getFirst();
        synchronized (mailbox) {
            if (first.equals("mailFolders")) {
                return folders(call, mailbox, rest.subList(1, rest.size()), url(call));
            } else if (first.equals("messages")) {
                return messages(call, mailbox, rest.subList(1, rest.size()));
            }
        }
        throw unknown(call);
    }

    private static GraphError unknown(Call call) {
        return GraphError.bad(
                "BadRequest",
                "Resource not found for the segment '" + call.path().getLast() + "'.");
    }

    private String url(Call call) {
        StringBuilder url = new StringBuilder(base).append('/').append(call.version());
        call.path().forEach(segment -> url.append('/').append(URLEncoder.encode(segment, StandardCharsets.UTF_8)));
        return url.toString();
    }

    private Answer folders(Call call, Mailbox mailbox, List<String> rest, String url) {
        if (rest.isEmpty()) {
            return onChildren(call, mailbox, mailbox.root(), url);
        }
        MailFolder folder = mailbox.folder(rest.getFirst());
        if (folder == null) {
            throw GraphError.notFound(rest.getFirst());
        }
        if (rest.size() == 1) {
            return onFolder(call, mailbox, folder);
        }
        return switch (rest.get(1)) {
            case "childFolders" -> onChildren(call, mailbox, folder, url);
            case "messages" ->
                rest.size() == 2
                        ? onMessages(call, mailbox, folder, url)
                        : messages(call, mailbox, rest.subList(2, rest.size()));
            case "importMime" -> {
                if (!call.version().equals("beta") || !call.method().equals("POST")) {
                    throw unknown(call);
                }
                yield creating.importMime(call, mailbox, writable(folder));
            }
            default -> throw unknown(call);
        };
    }

    private static MailFolder writable(MailFolder folder) {
        if (folder.search()) {
            throw new GraphError(
                    403, "ErrorAccessDenied", "Access is denied: items cannot be created in a search folder.");
        } else if (folder.parent() == null) {
            throw GraphError.bad("ErrorInvalidOperation", "Items cannot be created in the root.");
        }
        return folder;
    }

    private static Answer onFolder(Call call, Mailbox mailbox, MailFolder folder) {
        return switch (call.method()) {
            case "GET" -> Answer.json(200, folder(mailbox, folder, call));
            case "DELETE" -> {
                if (folder.parent() == null) {
                    throw GraphError.bad("ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted.");
                }
                mailbox.delete(folder);
                yield Answer.empty(204);
            }
            default -> throw GraphError.bad("BadRequest", "Unsupported method " + call.method() + ".");
        };
    }

    private Answer onChildren(Call call, Mailbox mailbox, MailFolder parent, String url) {
        if (call.method().equals("POST")) {
            return create(call, mailbox, parent);
        }
        boolean hidden = call.query().get("includeHiddenFolders").equals("true");
        List<MailFolder> all = mailbox.children(parent).stream()
                .filter(f -> hidden || !f.hidden())
                .toList();
        ArrayNode page = Json.array();
        int skip = call.query().skip();
        int top = call.query().top(10, 1000);
        all.stream().skip(skip).limit(top).forEach(f -> page.add(folder(mailbox, f, call)));
        ObjectNode answer = Json.object();
        answer.set("value", page);
        if (skip + top < all.size()) {
            answer.put("@odata.nextLink", call.query().next(url, skip + top));
        }
        return Answer.json(200, answer);
    }

    private Answer create(Call call, Mailbox mailbox, MailFolder parent) {
        ObjectNode body = Json.read(call.body());
        Json.onlyKnown(body, "microsoft.graph.mailFolder", Set.of("displayName", "isHidden", "@odata.type"));
        String name = body.path("displayName").asText("");
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)
                || !name.equals(name.strip())) {
            throw GraphError.bad("ErrorInvalidRequest", "The folder name is invalid.");
        }
        MailFolder made = mailbox.create(parent, name, body.path("isHidden").asBoolean());
        if (made == null) {
            throw new GraphError(
                    creating.options().folderExists(),
                    "ErrorFolderExists",
                    "A folder with the specified name already exists.");
        }
        return Answer.json(201, folder(mailbox, made, call));
    }

    private static ObjectNode folder(Mailbox mailbox, MailFolder folder, Call call) {
        ObjectNode json = Json.object();
        if (folder.search()) {
            json.put("@odata.type", "#microsoft.graph.mailSearchFolder");
        }
        List<StoredMessage> messages = folder.messages();
        json.put("id", folder.id())
                .put("displayName", folder.name())
                .put(
                        "parentFolderId",
                        folder.parent() == null ? null : folder.parent().id())
                .put("isHidden", folder.hidden())
                .put("childFolderCount", mailbox.children(folder).size())
                .put("totalItemCount", messages.size())
                .put("unreadItemCount", messages.stream().filter(m -> !m.read()).count());
        if (MessageJson.expanded(call.query().get("$expand")).contains(PropertyId.FOLDER_SIZE)) {
            long size = messages.stream().mapToLong(StoredMessage::size).sum();
            json.putArray("singleValueExtendedProperties")
                    .addObject()
                    .put("id", PropertyId.FOLDER_SIZE)
                    .put("value", Long.toString(size));
        }
        return json;
    }

    private Answer onMessages(Call call, Mailbox mailbox, MailFolder folder, String url) {
        if (call.method().equals("POST")) {
            return creating.create(call, mailbox, writable(folder), true);
        } else if (!call.method().equals("GET")) {
            throw unknown(call);
        }
        List<StoredMessage> all = Conditions.of(call.query()).apply(folder.messages());
        int skip = call.query().skip();
        int top = call.query().top(10, 1000);
        ArrayNode page = Json.array();
        all.stream().skip(skip).limit(top).forEach(m -> page.add(MessageJson.of(m, call)));
        ObjectNode answer = Json.object();
        answer.set("value", page);
        if (skip + top < all.size()) {
            answer.put("@odata.nextLink", call.query().next(url, skip + top));
        }
        return Answer.json(200, answer);
    }

    private Answer messages(Call call, Mailbox mailbox, List<String> rest) {
        if (rest.isEmpty()) {
            if (!call.method().equals("POST")) {
                throw unknown(call);
            }
            return creating.create(call, mailbox, mailbox.folder("drafts"), false);
        }
        StoredMessage message = mailbox.message(rest.getFirst());
        if (message == null) {
            throw GraphError.notFound(rest.getFirst());
        }
        if (rest.size() > 1 && rest.get(1).equals("attachments")) {
            return attaching.answer(call, mailbox, message, rest.subList(2, rest.size()));
        }
        String what = rest.size() == 1 ? "" : rest.get(1);
        return switch (call.method() + " " + what) {
            case "GET " -> Answer.json(200, MessageJson.of(message, call));
            case "GET $value" -> Answer.bytes("text/plain", MimeText.of(message));
            case "PATCH " -> creating.change(call, mailbox, message);
            case "DELETE " -> {
                MailFolder deleted = mailbox.folder("deleteditems");
                if (message.folder() == deleted) {
                    mailbox.remove(message);
                } else {
                    mailbox.move(message, deleted);
                }
                yield Answer.empty(204);
            }
            case "POST permanentDelete" -> {
                mailbox.remove(message);
                yield Answer.empty(204);
            }
            case "POST move" -> {
                String to = Json.read(call.body()).path("destinationId").asText();
                MailFolder folder = mailbox.folder(to);
                if (folder == null) {
                    throw new GraphError(404, "ErrorFolderNotFound", "The specified folder could not be found.");
                }
                mailbox.move(message, writable(folder));
                yield Answer.json(201, MessageJson.of(message, call));
            }
            default -> throw unknown(call);
        };
    }
}
