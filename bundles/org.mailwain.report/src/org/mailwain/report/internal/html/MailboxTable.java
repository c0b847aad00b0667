package org.mailwain.report.internal.html;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.Figures;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Verdict;
import org.mailwain.report.internal.sheet.Rates;
import org.mailwain.report.internal.text.Words;

/** The mailboxes of a batch, a row for each. */
final class MailboxTable {
    private final Words words;
    private final Parts parts;
    private final BatchInfo info;

    MailboxTable(Words words, Parts parts, BatchInfo info) {
        this.words = words;
        this.parts = parts;
        this.info = info;
    }

    /** @param partly whether others stand on other pages */
    void write(Html html, List<MailboxSheet> mailboxes, boolean partly) {
        if (mailboxes.isEmpty()) {
            html.leaf("p", words.say("mailboxes.none"));
            return;
        }
        String caption = words.say("mailboxes.caption");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table", "data-filter", words.say(partly ? "mailboxes.filter.page" : "mailboxes.filter"));
        html.leaf("caption", caption).open("thead").open("tr");
        for (String key : List.of("mailbox.name", "mailbox.state", "mailbox.result")) {
            html.leaf("th", words.say(key), "scope", "col");
        }
        html.leaf("th", words.say("sum.listed"), "scope", "col", "class", "n");
        String sign = "= ";
        for (ItemOutcome outcome : ItemOutcome.values()) {
            html.leaf("th", sign + words.name("outcome", outcome), "scope", "col", "class", "n");
            sign = "+ ";
        }
        for (String key : List.of("fact.bytes", "mailbox.speed")) {
            html.leaf("th", words.say(key), "scope", "col", "class", "n");
        }
        html.close("thead").line().open("tbody");
        mailboxes.forEach(mailbox -> row(html, mailbox));
        html.close("table").close("div").line();
    }

    private void row(Html html, MailboxSheet mailbox) {
        Figures figures = mailbox.figures();
        html.open("tr", "class", figures.verdict() == Verdict.NOT_BALANCED ? "alarm" : null);
        html.open("th", "scope", "row", "class", "name");
        html.open("a", "href", mailbox.page()).said(mailbox.entry().label()).close();
        if (mailbox.entry().failure() != null) {
            html.open("small")
                    .said(words.failure(mailbox.entry().failure()).sentence())
                    .close();
        }
        html.close("th").leaf("td", mailbox.entry().state().label());
        html.open("td", "data-v", Integer.toString(figures.verdict().ordinal()));
        Tone.of(figures.verdict()).mark(html, words.name("verdict", figures.verdict()));
        if (figures.needs() > 0) {
            html.empty("br").leaf("small", words.say("mailbox.needs", figures.needs()));
        }
        html.close("td");
        counts(html, figures);
        speed(html, figures);
        html.close("tr").line();
    }

    private void counts(Html html, Figures figures) {
        if (!figures.listed()) {
            html.open("td", "class", "n", "data-v", "-1")
                    .leaf("em", words.say("listed.not"))
                    .close();
            for (int i = 0; i < ItemOutcome.values().length; i++) {
                parts.nothing(html, "");
            }
            parts.nothing(html, "");
            return;
        }
        parts.number(html, figures.counts().listed(), null, "");
        for (ItemOutcome outcome : ItemOutcome.values()) {
            parts.number(html, figures.counts().of(outcome), null, "");
        }
        long bytes = figures.counts().bytes();
        html.leaf("td", words.size(bytes), "class", "n", "data-v", Long.toString(bytes));
    }

    private void speed(Html html, Figures figures) {
        Optional<Duration> duration = Rates.duration(figures, info);
        long millis = duration.map(Duration::toMillis).orElse(-1L);
        html.open("td", "class", duration.isPresent() ? "n" : "n zero", "data-v", Long.toString(millis));
        html.text(duration.map(words::span).orElse("\u2013"));
        Rates.of(figures, info).ifPresent(rate -> {
            html.empty("br");
            html.leaf("small", words.say("rate.bytes", words.size((long) rate.bytes())), "class", "mute");
        });
        html.close("td");
    }
}
