package org.mailwain.target.graph.internal;

import com.microsoft.graph.models.Message;
import com.microsoft.graph.models.MessageCollectionResponse;
import com.microsoft.kiota.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Outcome;
import org.mailwain.target.graph.GraphFailure;
import org.mailwain.target.graph.GraphSettings;
import org.mailwain.target.graph.Strategy;

/**
 * Creates one message, by the endpoint's strategy. Every request that creates is sent once. What the service does not
 * take as it is, is made from its parts. Any thread may call.
 */
final class Creator {
    /** In Base64 and with the key's line this is what a request may hold. */
    private static final int MOST_MIME = 3_100_000;

    private final Wire wire;
    private final Paths paths;
    private final FolderTree tree;
    private final Properties properties;
    private final Changing changing;
    private final MailboxShare share;
    private final Uploads uploads;
    /** Whether the service took no MIME for a folder, so that all is made in Drafts and moved. */
    private volatile boolean moves;

    Creator(Wire wire, Paths paths, FolderTree tree, Properties properties, Changing changing, MailboxShare share) {
        this.wire = wire;
        this.paths = paths;
        this.tree = tree;
        this.properties = properties;
        this.changing = changing;
        this.share = share;
        this.uploads = new Uploads(wire, paths);
        this.moves = !wire.settings().mimeIntoFolder();
    }

    /** Whether every message is made in one place and moved to another. */
    static boolean stages(GraphSettings settings) {
        return settings.strategy() == Strategy.MIME;
    }

    /** Removes what stands half made: all that a process that is gone left, and what was lost in this one. */
    void prepare() throws FailureException {
        share.sweepOnce(() -> sweep(key -> true));
        Set<AppendKey> lost = share.takeLost();
        if (!lost.isEmpty()) {
            try {
                sweep(lost::contains);
            } catch (FailureException e) {
                lost.forEach(share::lost);
                throw e;
            }
        }
    }

    private void sweep(Predicate<AppendKey> which) throws FailureException {
        List<String> left = new ArrayList<>();
        String staging = tree.stagingThatStands();
        if (staging != null) {
            collect(staging, message -> properties.key(message).filter(which).isPresent(), left);
        }
        if (stages(wire.settings())) {
            collect(
                    "drafts",
                    message -> properties.isStaged(message)
                            && properties.key(message).filter(which).isPresent(),
                    left);
        }
        changing.remove(left);
    }

    private void collect(String folder, Predicate<Message> which, List<String> into) throws FailureException {
        String next = Paths.v1(paths.folder(folder)) + "/messages?$top=200&$select=id&"
                + Paths.query("$expand", properties.expand());
        while (next != null) {
            MessageCollectionResponse page =
                    wire.read(Ask.get(next), MessageCollectionResponse::createFromDiscriminatorValue);
            page.getValue().stream().filter(which).map(Message::getId).forEach(into::add);
            next = page.getOdataNextLink();
        }
    }

    Outcome create(FolderPath path, String folder, AppendItem item) throws FailureException {
        try {
            return switch (wire.settings().strategy()) {
                case JSON -> json(path, folder, item, null);
                case MIME ->
                    item.body().size() > MOST_MIME
                            ? json(path, folder, item, GraphFailure.LESS_PARTS.with("4 MB"))
                            : mime(path, folder, item);
                case IMPORT_MIME ->
                    item.body().size() > MOST_MIME
                            ? json(path, folder, item, GraphFailure.LESS_PARTS.with("4 MB"))
                            : imported(path, folder, item);
            };
        } catch (IOException e) {
            throw new FailureException(GraphFailure.UNREADABLE.with(String.valueOf(e.getMessage())), e);
        }
    }

    private Outcome.Stored stored(Message message, Failure less) throws FailureException {
        if (message == null || message.getId() == null) {
            throw new Unanswered(GraphFailure.STRANGE.with(wire.mailbox(), "id"), null, false);
        }
        return new Outcome.Stored(ItemId.of(message.getId()), Listing.position(message), Outcome.Seen.NOTHING, less);
    }

    private Message post(String path, byte[] body, boolean json) throws FailureException {
        Ask ask = json ? Ask.json(HttpMethod.POST, path, body) : Ask.text(path, body);
        return wire.write(ask, Message::createFromDiscriminatorValue);
    }

    private FailureException missing(FolderPath path, Refused e) {
        return tree.gone(path, e);
    }

    // as it is

    private Outcome mime(FolderPath path, String folder, AppendItem item) throws FailureException, IOException {
        if (!moves) {
            try {
                byte[] body = encoded(item, item.key().toString());
                Message made = post(Paths.v1(paths.folder(folder)) + "/messages", body, false);
                return stored(made, GraphFailure.LESS_DRAFT.with());
            } catch (Refused e) {
                if (e.isMissing()) {
                    throw missing(path, e);
                } else if (e.status() != 400) {
                    throw e;
                }
            }
        }
        try {
            byte[] body = encoded(item, Properties.STAGED + item.key());
            Message draft = post(Paths.v1(paths.messages()), body, false);
            moves = true;
            return moved(path, folder, draft, GraphFailure.LESS_DRAFT.with());
        } catch (Refused e) {
            return instead(path, folder, item, e);
        } catch (Unanswered e) {
            share.lost(item.key());
            throw e;
        }
    }

    private Outcome imported(FolderPath path, String folder, AppendItem item) throws FailureException, IOException {
        try {
            byte[] body = encoded(item, item.key().toString());
            Message made = post(Paths.beta(paths.folder(folder)) + "/importMime", body, false);
            return stored(made, Properties.isDatedAsMade(made, item.received()) ? GraphFailure.LESS_DATE.with() : null);
        } catch (Refused e) {
            if (e.isMissing()) {
                throw missing(path, e);
            }
            return instead(path, folder, item, e);
        }
    }

    /** What is no MIME to the service, or too large, is made from its parts. */
    private Outcome instead(FolderPath path, String folder, AppendItem item, Refused e)
            throws FailureException, IOException {
        if (e.status() != 400 && e.status() != 413) {
            throw e;
        }
        return json(path, folder, item, GraphFailure.LESS_PARTS.with(e.code()));
    }

    /** Our key stands before the first header; the bytes behind it are untouched. */
    private static byte[] encoded(AppendItem item, String key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var base64 = Base64.getEncoder().wrap(out)) {
            base64.write((Properties.KEY_HEADER + ": " + key + "\r\n").getBytes(StandardCharsets.US_ASCII));
            item.body().writeTo(base64);
        }
        return out.toByteArray();
    }

    private Outcome moved(FolderPath path, String folder, Message made, Failure less) throws FailureException {
        byte[] body =
                BatchRequests.object().put("destinationId", folder).toString().getBytes(StandardCharsets.UTF_8);
        try {
            return stored(post(Paths.v1(paths.message(made.getId())) + "/move", body, true), less);
        } catch (Refused e) {
            discard(made);
            throw missing(path, e);
        }
    }

    /** What cannot be finished is not left behind; the next start looks for it too. */
    private void discard(Message made) throws FailureException {
        try {
            changing.remove(List.of(made.getId()));
        } catch (Refused e) {
            // it stays in staging until the next start
        }
    }

    // from its parts

    private Outcome json(FolderPath path, String folder, AppendItem item, Failure why)
            throws FailureException, IOException {
        Letter letter = LetterReader.read(item.body());
        JsonMessage message = new JsonMessage(letter, item, why);
        if (letter.large().isEmpty()) {
            Message made = careful(path, Paths.v1(paths.folder(folder)) + "/messages", message);
            return stored(made, message.less());
        }
        try {
            Message made = careful(path, Paths.v1(paths.folder(tree.staging())) + "/messages", message);
            attach(made, letter, item);
            return moved(path, folder, made, message.less());
        } catch (Unanswered e) {
            share.lost(item.key());
            throw e;
        }
    }

    private void attach(Message made, Letter letter, AppendItem item) throws FailureException, IOException {
        try {
            for (Letter.Part part : letter.large()) {
                uploads.attach(made.getId(), item.body(), part);
            }
        } catch (Refused e) {
            discard(made);
            throw e;
        }
    }

    /** Some tenants refuse a foreign sender or a header; flags and dates are kept in any case. */
    private Message careful(FolderPath path, String url, JsonMessage message) throws FailureException, IOException {
        Refused refused = null;
        for (JsonMessage.Care care : JsonMessage.Care.values()) {
            try {
                return post(url, message.bytes(wire.adapter(), care), true);
            } catch (Refused e) {
                if (e.status() != 400) {
                    throw missing(path, e);
                }
                refused = refused == null ? e : refused;
            }
        }
        throw refused;
    }
}
