package org.mailwain.target.graph.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.target.graph.GraphFailure;

/** Sets flags and removes messages, many in one request. */
final class Changing {
    private final Wire wire;
    private final Paths paths;
    private final FolderTree tree;

    Changing(Wire wire, Paths paths, FolderTree tree) {
        this.wire = wire;
        this.paths = paths;
        this.tree = tree;
    }

    List<Failure> setFlags(FolderPath folder, List<FlagChange> changes) throws FailureException {
        tree.id(folder);
        List<BatchRequests.Part> parts = changes.stream()
                .map(change -> new BatchRequests.Part(
                        "PATCH", paths.message(change.id().toString()), body(change.flags())))
                .toList();
        List<BatchRequests.Got> answers = new BatchRequests(wire).send(parts);
        List<Failure> refused = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            HttpRefusal refusal = answers.get(i).refusal();
            if (refusal != null) {
                refused.add(
                        refusal.status() == 404
                                ? GraphFailure.NO_ITEM.with(changes.get(i).id())
                                : GraphFailure.REFUSED.with(refusal.said()));
            }
        }
        return refused;
    }

    private static ObjectNode body(Flags flags) {
        ObjectNode body = BatchRequests.object().put("isRead", flags.has(SystemFlag.SEEN));
        body.putObject("flag").put("flagStatus", flags.has(SystemFlag.FLAGGED) ? "flagged" : "notFlagged");
        var categories = body.putArray("categories");
        Marks.categories(flags).forEach(categories::add);
        body.putArray("singleValueExtendedProperties")
                .addObject()
                .put("id", Properties.VERB)
                .put("value", Integer.toString(Marks.verb(flags)));
        return body;
    }

    /** For good; what is gone already is no trouble. */
    void remove(FolderPath folder, List<ItemId> ids) throws FailureException {
        tree.id(folder);
        remove(ids.stream().map(ItemId::toString).toList());
    }

    void remove(List<String> ids) throws FailureException {
        List<BatchRequests.Part> parts = ids.stream()
                .map(id ->
                        new BatchRequests.Part("POST", paths.message(id) + "/permanentDelete", BatchRequests.object()))
                .toList();
        for (BatchRequests.Got got : new BatchRequests(wire).send(parts)) {
            if (got.refusal() != null && got.refusal().status() != 404) {
                throw Refusals.of(wire.mailbox(), got.refusal());
            }
        }
    }
}
