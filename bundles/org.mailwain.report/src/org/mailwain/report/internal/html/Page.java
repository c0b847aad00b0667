package org.mailwain.report.internal.html;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.internal.text.Words;

/** The frame of every page. */
final class Page {
    /** @param href null for the page itself */
    record Crumb(String text, String href) {}

    private final Words words;
    private final BatchInfo info;
    private final Instant written;

    Page(Words words, BatchInfo info, Instant written) {
        this.words = words;
        this.info = info;
        this.written = written;
    }

    /** Up to the open {@code main}. */
    Html begin(OutputStream out, String title, List<Crumb> crumbs) {
        Html html = new Html(out);
        html.raw("<!DOCTYPE html>\n");
        html.open(
                "html",
                "xmlns",
                "http://www.w3.org/1999/xhtml",
                "lang",
                words.locale().toLanguageTag());
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", Style.POLICY);
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.leaf("title", words.say("page.title", title, info.brand()));
        html.open("style").raw(Style.CSS).close().close("head").line();
        html.open("body").leaf("a", words.say("page.skip"), "class", "skip", "href", "#main");
        html.open("header", "class", "top");
        crumbs(html, crumbs);
        html.open("span").leaf("strong", info.brand()).text(" ").text(words.say("page.what"));
        html.close("header").line();
        return html.open("main", "id", "main");
    }

    private void crumbs(Html html, List<Crumb> crumbs) {
        if (crumbs.size() < 2) {
            html.leaf("span", words.say("page.written", words.moment(written), words.zone()));
            return;
        }
        html.open("nav", "aria-label", words.say("page.way")).open("ol", "class", "way");
        for (Crumb crumb : crumbs) {
            html.open("li");
            if (crumb.href() == null) {
                html.open("span", "aria-current", "page").said(crumb.text()).close();
            } else {
                html.open("a", "href", crumb.href()).said(crumb.text()).close();
            }
            html.close("li");
        }
        html.close("nav");
    }

    /** @param scripted whether the page has a table that the script works on */
    void end(Html html, boolean scripted) {
        html.close("main").line();
        html.open("footer", "class", "foot");
        html.leaf("p", words.say("page.written", words.moment(written), words.zone()));
        List<String> versions =
                info.versions().stream().map(v -> v.name() + ' ' + v.version()).toList();
        if (!versions.isEmpty()) {
            html.leaf("p", words.join(versions.toArray(String[]::new)));
        }
        html.leaf("p", words.say("page.proof")).close("footer");
        if (scripted) {
            html.open("script").raw(Style.SCRIPT).close();
        }
        html.end();
    }

    /** Links to pages around the current one (0 for none of them), and to the first and the last. */
    void pages(Html html, int pages, int current, IntFunction<String> href, String label) {
        html.open("nav", "aria-label", label).open("ol", "class", "pages");
        int shown = 0;
        for (int page = 1; page <= pages; page++) {
            if (page > 2 && page < pages - 1 && Math.abs(page - Math.max(current, 1)) > 4) {
                continue;
            }
            if (page > shown + 1) {
                html.open("li").leaf("span", "\u2026", "class", "gap").close();
            }
            shown = page;
            html.open("li");
            if (page == current) {
                html.leaf("span", words.count(page), "aria-current", "page");
            } else {
                html.leaf("a", words.count(page), "href", href.apply(page));
            }
            html.close("li");
        }
        html.close("nav").line();
    }
}
