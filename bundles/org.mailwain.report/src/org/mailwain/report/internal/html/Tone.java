package org.mailwain.report.internal.html;

import org.mailwain.report.Balance;
import org.mailwain.report.Verdict;

/** How something looks that is good or bad: a colour and a sign of its own shape, so that neither stands alone. */
enum Tone {
    OK("ok", "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M7 12.5l3.4 3.4L17 9"),
    WARN("warn", "M12 3L1.8 20.5h20.4zM12 9.5v5M12 17.2v.3"),
    BAD("bad", "M8 2h8l6 6v8l-6 6H8l-6-6V8zM8.5 8.5l7 7M15.5 8.5l-7 7"),
    CALM("calm", "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M7.5 12h9");

    private final String style;
    private final String path;

    Tone(String style, String path) {
        this.style = style;
        this.path = path;
    }

    String style() {
        return style;
    }

    /** For the eye alone: the word stands beside it. */
    void sign(Html html) {
        html.open("svg", "viewBox", "0 0 24 24", "aria-hidden", "true", "focusable", "false", "fill", "none");
        html.open(
                "path",
                "d",
                path,
                "stroke",
                "currentColor",
                "stroke-width",
                "2.2",
                "stroke-linecap",
                "round",
                "stroke-linejoin",
                "round");
        html.close("svg");
    }

    /** Sign and word. */
    void mark(Html html, String word) {
        html.open("span", "class", "mark " + style);
        sign(html);
        html.text(word).close();
    }

    static Tone of(Verdict verdict) {
        return switch (verdict) {
            case COMPLETE -> OK;
            case COMPLETE_WITH_ITEMS -> WARN;
            case UNFINISHED, NOT_LISTED -> CALM;
            case FAILED, NOT_BALANCED -> BAD;
        };
    }

    static Tone of(Balance balance) {
        return switch (balance) {
            case BALANCED -> OK;
            case OPEN, NOT_LISTED -> CALM;
            case NOT_BALANCED -> BAD;
        };
    }
}
