package org.mailwain.report.internal.html;

import java.util.List;
import java.util.Map;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.LeftOut;
import org.mailwain.report.Balance;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.NoteKind;
import org.mailwain.report.TargetSheet;
import org.mailwain.report.internal.text.Words;

/** The evidence sheets of a mailbox: a row for each folder. */
final class FolderTables {
    private final Words words;
    private final Parts parts;
    private final Map<NoteKind, Section> sections;

    FolderTables(Words words, Parts parts, Map<NoteKind, Section> sections) {
        this.words = words;
        this.parts = parts;
        this.sections = sections;
    }

    void sources(Html html, MailboxSheet sheet) {
        html.leaf("h2", words.say("folders.title"), "id", "folders");
        if (sheet.folders().isEmpty()) {
            html.leaf("p", words.say("folders.none"));
            return;
        }
        html.leaf("p", words.say("folders.hint"), "class", "hint");
        open(html, "folders.caption");
        html.leaf("th", words.say("folder.source"), "scope", "col");
        head(html, "", words.say("sum.listed"), "n");
        String sign = "= ";
        for (ItemOutcome outcome : ItemOutcome.values()) {
            head(html, sign, words.name("outcome", outcome), "n");
            sign = "+ ";
        }
        html.leaf("th", words.say("folder.balance"), "scope", "col");
        head(html, "", words.say("folder.left"), "n out");
        head(html, "", words.say("folder.bytes"), "n");
        html.leaf("th", words.say("folder.proofs"), "scope", "col");
        html.close("thead").line().open("tbody");
        for (int i = 0; i < sheet.folders().size(); i++) {
            source(html, i, sheet.folders().get(i));
        }
        html.close("tbody").open("tfoot").open("tr").leaf("th", words.say("folders.sum"), "scope", "row");
        sum(html, sheet);
        html.close("table").close("div").line();
    }

    private void open(Html html, String caption) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", words.say(caption));
        html.open("table").leaf("caption", words.say(caption)).open("thead").open("tr");
    }

    private static void head(Html html, String sign, String text, String style) {
        html.leaf("th", sign + text, "scope", "col", "class", style);
    }

    private void source(Html html, int index, FolderSheet folder) {
        html.open("tr", "class", folder.balance() == Balance.NOT_BALANCED ? "alarm" : null);
        html.open("th", "scope", "row", "class", "name").said(folder.source().toString());
        if (!folder.source().equals(folder.target())) {
            html.open("small").text("\u2192 ").said(folder.target().toString()).close();
        }
        marks(html, index, folder.counts());
        html.close("th");
        listed(html, folder.listed(), folder.counts().listed());
        for (ItemOutcome outcome : ItemOutcome.values()) {
            if (folder.listed() || folder.counts().of(outcome) > 0) {
                parts.number(html, folder.counts().of(outcome), place(index, NoteKind.of(outcome)), "");
            } else {
                parts.nothing(html, "");
            }
        }
        html.open("td");
        balance(html, folder.balance(), folder.open());
        html.close("td");
        parts.number(html, folder.counts().left(), place(index, NoteKind.LEFT), " out");
        html.leaf("td", words.size(folder.counts().bytes()), "class", "n")
                .leaf("td", words.proofs(folder.proofs()))
                .close("tr")
                .line();
    }

    private void listed(Html html, boolean listed, long count) {
        if (listed) {
            parts.number(html, count, null, "");
        } else {
            html.open("td", "class", "n").leaf("em", words.say("listed.not")).close();
        }
    }

    /** Marks are no summands: they stand below the name. */
    private void marks(Html html, int index, FolderCounts counts) {
        String between = "";
        for (ItemMark mark : ItemMark.values()) {
            if (counts.of(mark) > 0) {
                html.open("small", "class", "mute").text(between.isEmpty() ? words.say("marks") + ' ' : "");
                String text = words.say("mark", counts.of(mark), words.name("mark", mark));
                String place = place(index, NoteKind.of(mark));
                if (place == null) {
                    html.text(text);
                } else {
                    html.leaf("a", text, "href", place);
                }
                html.close("small");
                between = " ";
            }
        }
    }

    private void balance(Html html, Balance balance, long open) {
        String word = switch (balance) {
            case BALANCED -> words.say("balance.balanced");
            case OPEN -> words.say(open > 0 ? "balance.open" : "balance.going", open);
            case NOT_LISTED -> words.say("listed.not");
            case NOT_BALANCED -> words.say(open > 0 ? "balance.missing" : "balance.over", Math.abs(open));
        };
        Tone.of(balance).mark(html, word);
    }

    private void sum(Html html, MailboxSheet sheet) {
        FolderCounts counts = sheet.figures().counts();
        listed(html, sheet.figures().listed(), counts.listed());
        for (ItemOutcome outcome : ItemOutcome.values()) {
            parts.number(html, counts.of(outcome), null, "");
        }
        Balance worst = sheet.folders().stream().map(FolderSheet::balance).reduce(Balance.BALANCED, Balance::worse);
        long open = sheet.folders().stream().mapToLong(FolderSheet::open).sum();
        html.open("td");
        Tone.of(worst).mark(html, words.say("balance.all." + worst.name(), Math.abs(open)));
        html.close("td");
        parts.number(html, counts.left(), null, " out");
        html.leaf("td", words.size(counts.bytes()), "class", "n").leaf("td", "");
    }

    private String place(int index, NoteKind kind) {
        Section section = sections.get(kind);
        return section == null ? null : section.place(index);
    }

    /** Folders without evidence: nobody went through them, and this is why. */
    void leftOut(Html html, MailboxSheet sheet) {
        if (sheet.leftOut().isEmpty()) {
            return;
        }
        html.leaf("h2", words.say("left-out.title"), "id", "left-out");
        html.leaf("p", words.say("left-out.hint"), "class", "hint");
        open(html, "left-out.caption");
        html.leaf("th", words.say("folder.source"), "scope", "col");
        head(html, "", words.say("left-out.items"), "n");
        html.leaf("th", words.say("left-out.reason"), "scope", "col")
                .close("thead")
                .line()
                .open("tbody");
        for (LeftOut folder : sheet.leftOut()) {
            FailureTexts.Text reason = words.failure(folder.reason());
            html.open("tr").open("th", "scope", "row", "class", "name");
            html.said(folder.folder().toString()).close("th");
            if (folder.items() < 0) {
                parts.nothing(html, "");
            } else {
                parts.number(html, folder.items(), null, "");
            }
            html.open("td").said(reason.sentence());
            if (!reason.advice().isEmpty()) {
                html.open("small").said(reason.advice()).close();
            }
            html.close("tr").line();
        }
        html.close("table").close("div").line();
    }

    void targets(Html html, MailboxSheet sheet) {
        List<TargetSheet> targets = sheet.targets();
        if (targets.isEmpty()) {
            return;
        }
        html.leaf("h2", words.say("targets.title"), "id", "targets");
        html.leaf("p", words.say("targets.hint"), "class", "hint");
        open(html, "targets.caption");
        html.leaf("th", words.say("target.folder"), "scope", "col");
        head(html, "", words.say("target.standing"), "n");
        head(html, "= ", words.say("target.ours"), "n");
        head(html, "+ ", words.say("target.already"), "n");
        head(html, "+ ", words.say("target.others"), "n");
        html.leaf("th", words.say("folder.balance"), "scope", "col")
                .close("thead")
                .line()
                .open("tbody");
        for (TargetSheet target : targets) {
            target(html, target);
        }
        html.close("table").close("div").line();
    }

    private void target(Html html, TargetSheet target) {
        html.open("tr", "class", target.balance() == Balance.NOT_BALANCED ? "alarm" : null);
        html.open("th", "scope", "row", "class", "name")
                .said(target.folder().toString())
                .close();
        if (!target.counts().looked()) {
            html.open("td", "class", "n").leaf("em", words.say("looked.not")).close();
        } else {
            parts.number(html, target.counts().standing(), null, "");
        }
        parts.number(html, target.counts().ours(), null, "");
        parts.number(html, target.counts().alreadyThere(), null, "");
        parts.number(html, target.counts().notOurs(), null, "");
        long open = target.counts().open();
        String word = switch (target.balance()) {
            case BALANCED -> words.say("balance.balanced");
            case OPEN -> words.say("balance.going");
            case NOT_LISTED -> words.say("looked.not");
            case NOT_BALANCED -> words.say(open > 0 ? "balance.target.more" : "balance.target.less", Math.abs(open));
        };
        html.open("td");
        Tone.of(target.balance()).mark(html, word);
        html.close("tr").line();
    }
}
