package org.mailwain.ui.reports.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.OperationFailure;
import org.mailwain.operations.OriginalOperation;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.presenters.reports.Difference;
import org.mailwain.presenters.reports.ItemPages.ListedItem;
import org.mailwain.presenters.reports.MessageText;
import org.mailwain.report.ReportedItem;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** One item: what the report knows of it, its original where the project keeps it, and what a repair changed. */
final class ItemDetails {
    private static final Texts TEXTS = Texts.beside(ItemDetails.class);

    private final ReportEditor editor;
    private final StyledText facts;
    private final StyledText headers;
    private final StyledText original;
    private final DifferenceText repair;
    private ListedItem shown;

    /** What was read of a message; the repair is empty where there was none, or it cannot be made again here. */
    private record Message(Optional<MessageText> text, List<Difference.Line> repair) {}

    ItemDetails(ReportEditor editor, Composite parent) {
        this.editor = editor;
        CTabFolder tabs = new CTabFolder(parent, SWT.BORDER | SWT.TOP);
        tabs.setData("id", "report.details");
        facts = text(tabs, "facts");
        headers = text(tabs, "headers");
        original = text(tabs, "original");
        StyledText difference = text(tabs, "repair");
        repair = new DifferenceText(difference);
        tabs.setSelection(0);
        show(null);
    }

    private static StyledText text(CTabFolder tabs, String key) {
        StyledText text = new StyledText(tabs, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(6, 4, 6, 4);
        text.setData("id", "report.details." + key);
        Names.give(text, TEXTS.of("details." + key));
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(TEXTS.of("details." + key));
        item.setControl(text);
        return text;
    }

    /** @param item null for none */
    void show(ListedItem item) {
        if (item != null && item.equals(shown)) {
            return;
        }
        shown = item;
        facts.setText(item == null ? TEXTS.of("details.none") : facts(item));
        say(item == null ? "" : TEXTS.of(item.item().original().isPresent() ? "details.reading" : "details.not_kept"));
        if (item != null && item.item().original().isPresent()) {
            new Background(facts.getDisplay())
                    .<Message>quietly(TEXTS.of("work.message"), context -> read(item.item()), result -> {
                        if (item.equals(shown) && !facts.isDisposed()) {
                            told(result);
                        }
                    });
        }
    }

    private void say(String text) {
        headers.setText(text);
        original.setText(text);
        repair.say(text);
    }

    private Message read(ReportedItem item) throws FailureException {
        OriginalOperation operation = new OriginalOperation(
                editor.workspace().services(), editor.report().project());
        Optional<byte[]> bytes = operation.original(item.original().orElseThrow());
        if (bytes.isEmpty()) {
            return new Message(Optional.empty(), List.of());
        }
        MessageText text = MessageText.of(bytes.get());
        if (item.repair().isEmpty()) {
            return new Message(Optional.of(text), List.of());
        }
        var refusal = item.failure() == null ? OperationFailure.UNEXPECTED.with("") : item.failure();
        return new Message(
                Optional.of(text),
                operation
                        .repaired(bytes.get(), item.repair().get(), refusal)
                        .map(mended -> Difference.between(
                                text.whole(), MessageText.of(mended).whole()))
                        .orElse(List.of()));
    }

    private void told(Result<Message> result) {
        switch (result) {
            case Result.Done<Message>(Message message) -> {
                if (message.text().isEmpty()) {
                    say(TEXTS.of("details.gone"));
                    return;
                }
                headers.setText(message.text().get().headers());
                original.setText(message.text().get().whole());
                if (message.repair().isEmpty()) {
                    repair.say(
                            TEXTS.of(shown.item().repair().isPresent() ? "details.unknown_rule" : "details.no_repair"));
                } else {
                    repair.show(message.repair());
                }
            }
            case Result.Failed<Message>(var failure) -> say(editor.workspace().sentence(failure));
            case Result.Cancelled<Message> cancelled -> say("");
        }
    }

    private String facts(ListedItem listed) {
        ReportedItem item = listed.item();
        StringBuilder text = new StringBuilder();
        line(text, "item.kind", item.kinds().stream().sorted().map(Signs::of).collect(Collectors.joining(", ")));
        if (item.failure() != null) {
            line(text, "item.reason", editor.workspace().sentence(item.failure()));
            line(text, "item.code", item.failure().code());
        }
        line(text, "item.subject", MessageText.line(item.subject()));
        line(text, "item.sender", MessageText.line(item.sender()));
        line(text, "item.date", MessageText.line(item.date()));
        line(text, "item.received", Shown.moment(item.received()));
        line(text, "item.message_id", MessageText.line(item.messageId()));
        line(text, "item.mailbox", listed.label());
        line(text, "item.folder", item.folder() + " → " + item.target());
        line(text, "item.id", item.targetId().isEmpty() ? item.id() : item.id() + " → " + item.targetId());
        line(text, "item.size", Shown.size(item.size()));
        line(text, "item.attempts", String.valueOf(item.attempts()));
        item.repair().ifPresent(rule -> line(text, "details.repair", rule));
        item.original().ifPresent(path -> line(text, "details.original", path));
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append("%-14s %s%n".formatted(TEXTS.of(key), value).replace("\r\n", "\n"));
        }
    }
}
