package org.mailwain.report.internal.html;

import java.util.Set;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.report.NoteKind;
import org.mailwain.report.ReportedItem;
import org.mailwain.report.internal.text.Words;

/** The table of listed items. */
final class ItemRow {
    private static final int COLUMNS = 4;

    private final Words words;

    ItemRow(Words words) {
        this.words = words;
    }

    /** Up to where the groups of rows begin. */
    void beginTable(Html html, String caption) {
        html.open("table", "class", "items stack")
                .leaf("caption", caption)
                .open("thead")
                .open("tr");
        for (String column : new String[] {"item.message", "item.when", "item.id", "item.why"}) {
            html.leaf("th", words.say(column), "scope", "col");
        }
        html.close("thead").line();
    }

    void groupHead(Html html, FolderPath folder, FolderPath target) {
        html.open("tr").open("th", "scope", "rowgroup", "colspan", Integer.toString(COLUMNS));
        html.text(words.say("item.folder")).text(" ").said(folder.toString());
        if (!folder.equals(target)) {
            html.text(" \u2192 ").said(target.toString());
        }
        html.close("tr").line();
    }

    void row(Html html, String anchor, NoteKind kind, ReportedItem item, FailureTexts.Text reason) {
        html.open("tr", "id", anchor);
        message(html, item);
        when(html, item);
        html.open("td", "data-l", words.say("item.id")).said(item.id());
        if (!item.targetId().isEmpty()) {
            html.empty("br")
                    .open("small", "class", "mute")
                    .text("\u2192 ")
                    .said(item.targetId())
                    .close();
        }
        html.close("td");
        why(html, kind, item, reason);
        html.close("tr").line();
    }

    private void message(Html html, ReportedItem item) {
        html.open("td", "class", "msg").open("div", "class", "subject");
        if (item.subject().isEmpty()) {
            html.leaf("em", words.say("item.subject.none"), "class", "mute");
        } else {
            html.said(item.subject());
        }
        html.close("div");
        if (!item.sender().isEmpty()) {
            html.open("div")
                    .text(words.say("item.from"))
                    .text(" ")
                    .said(item.sender())
                    .close();
        }
        if (!item.messageId().isEmpty()) {
            html.open("code").said(item.messageId()).close();
        }
        html.close("td");
    }

    private void when(Html html, ReportedItem item) {
        html.open("td", "class", "when", "data-l", words.say("item.when"));
        String received = words.moment(item.received());
        html.text(received);
        if (!item.date().isEmpty()) {
            if (!received.isEmpty()) {
                html.empty("br");
                html.open("small", "class", "mute")
                        .text(" ")
                        .text(words.say("item.date"))
                        .text(" ");
                html.said(item.date()).close();
            } else {
                html.said(item.date());
            }
        }
        if (item.size() >= 0) {
            html.empty("br").text(" ").text(words.size(item.size()));
        }
        html.close("td");
    }

    private void why(Html html, NoteKind kind, ReportedItem item, FailureTexts.Text reason) {
        html.open("td", "class", "why").said(reason.sentence());
        if (!reason.advice().isEmpty()) {
            html.open("div", "class", "mute").said(reason.advice()).close();
        }
        html.open("div");
        Set<NoteKind> kinds = item.kinds();
        kinds.stream()
                .filter(other -> other != kind)
                .forEach(other -> html.leaf("span", words.name("kind", other), "class", "chip"));
        if (item.retryable()) {
            html.leaf("span", words.say("item.retry"), "class", "chip");
        }
        item.repair().ifPresent(rule -> chip(html, "item.repair", rule));
        item.original().ifPresent(path -> chip(html, "item.original", path));
        if (item.failure() != null) {
            html.open("code").said(item.failure().code()).close();
        }
        html.close("td");
    }

    private void chip(Html html, String key, String value) {
        html.open("span", "class", "chip")
                .text(words.say(key))
                .text(" ")
                .said(value)
                .close();
    }
}
