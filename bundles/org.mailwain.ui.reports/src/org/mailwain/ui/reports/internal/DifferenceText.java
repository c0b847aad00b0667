package org.mailwain.ui.reports.internal;

import java.util.List;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.mailwain.presenters.reports.Difference;
import org.mailwain.ui.Texts;

/** A difference as lines with a sign before each: what was taken away is also red, what was put there green. */
final class DifferenceText {
    private static final Texts TEXTS = Texts.beside(DifferenceText.class);
    private static final Color GREY = new Color(0x80, 0x80, 0x80);

    private final StyledText text;

    DifferenceText(StyledText text) {
        this.text = text;
    }

    void say(String sentence) {
        text.setText(sentence);
    }

    void show(List<Difference.Line> lines) {
        StringBuilder all = new StringBuilder();
        for (Difference.Line line : lines) {
            all.append(
                    switch (line.kind()) {
                        case SAME -> "  " + line.text();
                        case REMOVED -> "- " + line.text();
                        case ADDED -> "+ " + line.text();
                        case GAP -> TEXTS.of("details.same_lines", line.text());
                    });
            all.append('\n');
        }
        text.setText(all.toString());
        for (int i = 0; i < lines.size(); i++) {
            Color colour = switch (lines.get(i).kind()) {
                case SAME -> null;
                case REMOVED -> Signs.red(text);
                case ADDED -> Signs.green(text);
                case GAP -> GREY;
            };
            if (colour != null) {
                int start = text.getOffsetAtLine(i);
                text.setStyleRange(new StyleRange(start, text.getLine(i).length(), colour, null));
            }
        }
    }
}
