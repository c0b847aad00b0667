package org.mailwain.report.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.ledger.BatchLedger.MailboxEntry;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.LeftOut;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.Cause;
import org.mailwain.report.Figures;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Report;
import org.mailwain.report.ReportedItem;
import org.mailwain.report.TargetSheet;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.internal.text.Safe;

/** Writes {@code report.json} and the lines of items; the format is described in releng/docs/report-format.md. */
public final class ReportJson {
    public static final String FORMAT = "mailwain-report";

    private ReportJson() {}

    /** The fields of the head, into an object that is open. */
    public static void head(JsonGenerator json, Report report) throws IOException {
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", Report.VERSION);
        Json.text(json, "batch", report.batch());
        json.writeStringField("state", report.state().label());
        Json.moment(json, "written", report.written());
        json.writeStringField("language", report.language());
        info(json, report.info());
        figures(json, report.figures());
        json.writeNumberField("mailboxCount", report.mailboxes());
        json.writeObjectFieldStart("states");
        for (MailboxState state : MailboxState.values()) {
            if (report.states().containsKey(state)) {
                json.writeNumberField(state.label(), report.states().get(state));
            }
        }
        json.writeEndObject();
        Json.counts(json, "verdicts", report.verdicts());
        causes(json, report.causes());
    }

    private static void info(JsonGenerator json, BatchInfo info) throws IOException {
        Json.text(json, "product", info.brand());
        json.writeArrayFieldStart("versions");
        for (BatchInfo.Version version : info.versions()) {
            json.writeStartObject();
            Json.text(json, "name", version.name());
            Json.text(json, "version", version.version());
            json.writeEndObject();
        }
        json.writeEndArray();
        side(json, "source", info.source());
        side(json, "target", info.target());
        Json.moment(json, "started", info.started());
        Json.moment(json, "ended", info.ended());
        Json.text(json, "signer", info.signer());
    }

    private static void side(JsonGenerator json, String field, BatchInfo.Side side) throws IOException {
        json.writeObjectFieldStart(field);
        Json.text(json, "name", side.name());
        Json.text(json, "address", side.address());
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, Figures figures) throws IOException {
        json.writeObjectFieldStart("figures");
        json.writeStringField("verdict", Json.name(figures.verdict()));
        sheet(json, figures.counts(), figures.listed());
        target(json, figures.target());
        json.writeNumberField("targetsNotLookedAt", figures.unlooked());
        json.writeNumberField("needPerson", figures.needs());
        if (figures.unnamed() > 0) {
            json.writeNumberField("unnamed", figures.unnamed());
        }
        Json.counts(json, "noted", figures.noted());
        Json.counts(json, "folders", figures.folders());
        Json.moment(json, "firstCopied", figures.firstCopied());
        Json.moment(json, "lastCopied", figures.lastCopied());
        json.writeEndObject();
    }

    /** {@code listed} is null where it is not known: never 0. */
    private static void sheet(JsonGenerator json, FolderCounts counts, boolean listed) throws IOException {
        if (listed) {
            json.writeNumberField("listed", counts.listed());
        } else {
            json.writeNullField("listed");
        }
        Json.counts(json, "outcomes", counts.outcomes());
        Json.counts(json, "marks", counts.marks());
        json.writeNumberField("bytes", counts.bytes());
        json.writeNumberField("left", counts.left());
    }

    private static void target(JsonGenerator json, TargetCounts counts) throws IOException {
        json.writeObjectFieldStart("target");
        targetCounts(json, counts);
        json.writeEndObject();
    }

    private static void targetCounts(JsonGenerator json, TargetCounts counts) throws IOException {
        if (!counts.looked()) {
            json.writeNullField("standing");
        } else {
            json.writeNumberField("standing", counts.standing());
        }
        json.writeNumberField("ours", counts.ours());
        json.writeNumberField("alreadyThere", counts.alreadyThere());
        json.writeNumberField("notOurs", counts.notOurs());
    }

    private static void causes(JsonGenerator json, List<Cause> causes) throws IOException {
        json.writeArrayFieldStart("causes");
        for (Cause cause : causes) {
            json.writeStartObject();
            if (cause.kind() != null) {
                json.writeStringField("kind", Json.name(cause.kind()));
            }
            failure(json, "example", cause.example());
            Json.text(json, "sentence", cause.sentence());
            Json.text(json, "advice", cause.advice());
            json.writeBooleanField("alike", cause.alike());
            json.writeNumberField("items", cause.items());
            json.writeNumberField("mailboxes", cause.mailboxes());
            Json.numbers(json, "first", cause.first());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    public static void mailbox(JsonGenerator json, MailboxSheet mailbox) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", mailbox.number());
        entry(json, mailbox.entry());
        Json.text(json, "page", mailbox.page());
        figures(json, mailbox.figures());
        json.writeObjectFieldStart("items");
        Json.text(json, "file", mailbox.items().name());
        json.writeNumberField("count", mailbox.items().count());
        json.writeNumberField("step", MailboxSheet.ItemsFile.STEP);
        Json.numbers(json, "offsets", mailbox.items().offsets());
        json.writeEndObject();
        json.writeArrayFieldStart("folders");
        for (FolderSheet folder : mailbox.folders()) {
            folder(json, folder);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("targets");
        for (TargetSheet target : mailbox.targets()) {
            json.writeStartObject();
            Json.text(json, "folder", target.folder().toString());
            json.writeStringField("balance", Json.name(target.balance()));
            targetCounts(json, target.counts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("leftOut");
        for (LeftOut folder : mailbox.leftOut()) {
            leftOut(json, folder);
        }
        json.writeEndArray();
        causes(json, mailbox.causes());
        json.writeEndObject();
    }

    private static void leftOut(JsonGenerator json, LeftOut folder) throws IOException {
        json.writeStartObject();
        Json.text(json, "folder", folder.folder().toString());
        if (folder.items() >= 0) {
            json.writeNumberField("items", folder.items());
        }
        failure(json, "reason", folder.reason());
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, MailboxEntry entry) throws IOException {
        Json.text(json, "label", entry.label());
        MailboxKey key = entry.key();
        Json.text(json, "sourceEndpoint", key.sourceEndpoint());
        Json.text(json, "sourceMailbox", key.sourceMailbox());
        Json.text(json, "targetEndpoint", key.targetEndpoint());
        Json.text(json, "targetMailbox", key.targetMailbox());
        json.writeStringField("state", entry.state().label());
        Json.moment(json, "since", entry.since());
        failure(json, "failure", entry.failure());
        Json.moment(json, "lastSynced", entry.lastSynced());
        json.writeNumberField("passes", entry.passes());
    }

    private static void folder(JsonGenerator json, FolderSheet folder) throws IOException {
        json.writeStartObject();
        Json.text(json, "source", folder.source().toString());
        Json.text(json, "target", folder.target().toString());
        json.writeStringField("balance", Json.name(folder.balance()));
        sheet(json, folder.counts(), folder.listed());
        Json.counts(json, "noted", folder.noted());
        json.writeNumberField("firstItem", folder.firstItem());
        json.writeNumberField("items", folder.items());
        Json.moment(json, "firstCopied", folder.firstCopied());
        Json.moment(json, "lastCopied", folder.lastCopied());
        Json.names(json, "proofs", folder.proofs());
        json.writeEndObject();
    }

    public static void item(JsonGenerator json, ReportedItem item) throws IOException {
        json.writeStartObject();
        Json.text(json, "folder", item.folder().toString());
        Json.text(json, "target", item.target().toString());
        Json.text(json, "id", item.id());
        Json.text(json, "targetId", item.targetId());
        json.writeStringField("outcome", Json.name(item.outcome()));
        Json.names(json, "marks", item.marks());
        if (item.left()) {
            json.writeBooleanField("left", true);
        }
        if (item.size() >= 0) {
            json.writeNumberField("size", item.size());
        }
        if (item.retryable()) {
            json.writeBooleanField("retryable", true);
        }
        json.writeNumberField("attempts", item.attempts());
        Json.text(json, "subject", item.subject());
        Json.text(json, "sender", item.sender());
        Json.text(json, "date", item.date());
        Json.moment(json, "received", item.received());
        Json.text(json, "messageId", item.messageId());
        failure(json, "failure", item.failure());
        Json.text(json, "original", item.original().orElse(null));
        Json.text(json, "repair", item.repair().orElse(null));
        json.writeEndObject();
    }

    private static void failure(JsonGenerator json, String field, Failure failure) throws IOException {
        if (failure == null) {
            return;
        }
        json.writeObjectFieldStart(field);
        Json.text(json, "code", failure.code());
        json.writeStringField("scope", Json.name(failure.scope()));
        json.writeBooleanField("retryable", failure.retryable());
        Json.moment(json, "notBefore", failure.notBefore());
        json.writeArrayFieldStart("arguments");
        for (Argument argument : failure.arguments()) {
            argument(json, argument);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void argument(JsonGenerator json, Argument argument) throws IOException {
        json.writeStartObject();
        switch (argument) {
            case Argument.Text text -> json.writeStringField("text", Safe.wellFormed(text.value()));
            case Argument.Count count -> json.writeNumberField("count", count.value());
            case Argument.Size size -> json.writeNumberField("size", size.bytes());
            case Argument.Moment moment ->
                json.writeStringField("moment", moment.value().toString());
            case Argument.Span span ->
                json.writeStringField("span", span.value().toString());
            case Argument.Folder folder ->
                json.writeStringField("folder", Safe.wellFormed(folder.value().toString()));
        }
        json.writeEndObject();
    }
}
