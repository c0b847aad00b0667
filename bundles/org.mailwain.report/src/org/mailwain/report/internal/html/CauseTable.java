package org.mailwain.report.internal.html;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.mailwain.report.Cause;
import org.mailwain.report.NoteKind;
import org.mailwain.report.internal.text.Words;

/** What is listed, grouped by its cause. */
final class CauseTable {
    /** @param label for people */
    record Target(String href, String label) {}

    private final Words words;

    CauseTable(Words words) {
        this.words = words;
    }

    /** Of a whole batch. */
    void batch(Html html, List<Cause> causes, IntFunction<Target> mailbox) {
        begin(html, List.of("cause.what", "cause.items", "cause.why", "cause.todo", "cause.in"));
        for (Cause cause : causes) {
            row(html, cause, cause.kind() == null ? words.say("cause.mailboxes", cause.mailboxes()) : null, null);
            html.open("td", "class", "text small", "data-l", words.say("cause.in"));
            mailboxes(html, cause, mailbox);
            html.close("td").close("tr").line();
        }
        html.close("table").close("div").line();
    }

    /** @param section where the items of a kind are */
    void mailbox(Html html, List<Cause> causes, Function<NoteKind, String> section) {
        begin(html, List.of("cause.what", "cause.items", "cause.why", "cause.todo"));
        for (Cause cause : causes) {
            boolean whole = cause.kind() == null;
            row(html, cause, whole ? words.say("cause.mailbox") : null, whole ? null : section.apply(cause.kind()));
            html.close("tr").line();
        }
        html.close("table").close("div").line();
    }

    private void begin(Html html, List<String> columns) {
        String caption = words.say("cause.caption");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table", "class", "causes stack")
                .leaf("caption", caption)
                .open("thead")
                .open("tr");
        for (String column : columns) {
            html.leaf("th", words.say(column), "scope", "col", "class", column.equals("cause.items") ? "n" : null);
        }
        html.close("thead").line().open("tbody");
    }

    /** Up to the last cell but the mailboxes. */
    private void row(Html html, Cause cause, String whole, String href) {
        html.open("tr").open("th", "scope", "row");
        String what = whole == null ? words.name("kind", cause.kind()) : whole;
        if (cause.needsPerson()) {
            (whole == null ? Tone.WARN : Tone.BAD).mark(html, what);
        } else {
            html.text(what);
        }
        html.close("th").open("td", "class", "n", "data-l", words.say("cause.items"));
        if (href != null) {
            html.leaf("a", words.count(cause.items()), "href", href);
        } else {
            html.text(whole == null ? words.count(cause.items()) : "\u2013");
        }
        html.close("td").open("td", "class", "text");
        if (!cause.alike()) {
            html.leaf("span", words.say("cause.example"), "class", "mute").text(" ");
        }
        html.said(cause.sentence());
        if (!cause.code().isEmpty()) {
            html.text(" ").open("code").said(cause.code()).close();
        }
        html.close("td")
                .open("td", "class", "text", "data-l", cause.advice().isEmpty() ? null : words.say("cause.todo"));
        if (!cause.advice().isEmpty()) {
            html.said(cause.advice());
        }
        html.close("td");
    }

    private void mailboxes(Html html, Cause cause, IntFunction<Target> mailbox) {
        String between = "";
        for (int number : cause.first()) {
            Target target = mailbox.apply(number);
            html.text(between)
                    .open("a", "href", target.href())
                    .said(target.label())
                    .close();
            between = words.say("join");
        }
        long more = cause.mailboxes() - cause.first().size();
        if (more > 0) {
            html.text(" ").text(words.say("cause.more", more));
        }
    }
}
