package org.mailwain.ui.editors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.LineStyleListener;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.mailwain.api.failure.Problem;

/** Colours keys and comments of a YAML text, and underlines its problems; made for the lines in sight alone. */
final class YamlColours implements LineStyleListener {
    /** Under which the text keeps its problems. */
    static final String PROBLEMS = "problems";

    private static final Pattern KEY = Pattern.compile("^\\s*(?:- )*([\\w-]+)(?=:(?:\\s|$))");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)(#.*)$");

    private final StyledText text;
    private final boolean keys;

    /** @param keys whether it is YAML; else only problems are shown */
    YamlColours(StyledText text, boolean keys) {
        this.text = text;
        this.keys = keys;
    }

    @Override
    public void lineGetStyle(LineStyleEvent event) {
        List<StyleRange> styles = new ArrayList<>();
        if (keys) {
            find(KEY, event, SWT.COLOR_LINK_FOREGROUND, styles);
            find(COMMENT, event, SWT.COLOR_WIDGET_NORMAL_SHADOW, styles);
        }
        underline(event, styles);
        styles.sort(Comparator.comparingInt(style -> style.start));
        event.styles = styles.toArray(StyleRange[]::new);
    }

    private void find(Pattern pattern, LineStyleEvent event, int colour, List<StyleRange> styles) {
        Matcher found = pattern.matcher(event.lineText);
        if (found.find()) {
            Color foreground = text.getDisplay().getSystemColor(colour);
            styles.add(
                    new StyleRange(event.lineOffset + found.start(1), found.end(1) - found.start(1), foreground, null));
        }
    }

    private void underline(LineStyleEvent event, List<StyleRange> styles) {
        int line = text.getLineAtOffset(event.lineOffset) + 1;
        for (Problem problem : problems()) {
            if (problem.line() == line) {
                int start = Math.clamp(problem.column() - 1L, 0, event.lineText.length());
                int length = problem.column() == 0 || problem.length() == 0
                        ? event.lineText.length() - start
                        : Math.min(problem.length(), event.lineText.length() - start);
                if (length > 0) {
                    squiggle(styles, event.lineOffset + start, length, problem.isError());
                }
            }
        }
    }

    private void squiggle(List<StyleRange> styles, int start, int length, boolean error) {
        styles.removeIf(style -> style.start < start + length && start < style.start + style.length);
        StyleRange range = new StyleRange();
        range.start = start;
        range.length = length;
        range.underline = true;
        range.underlineStyle = SWT.UNDERLINE_SQUIGGLE;
        range.underlineColor = text.getDisplay().getSystemColor(error ? SWT.COLOR_RED : SWT.COLOR_DARK_YELLOW);
        styles.add(range);
    }

    @SuppressWarnings("unchecked")
    private List<Problem> problems() {
        return text.getData(PROBLEMS) instanceof List<?> list ? (List<Problem>) list : List.of();
    }
}
