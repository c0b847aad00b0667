package org.mailwain.ui.reports.internal;

import java.util.Locale;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.mailwain.report.Balance;
import org.mailwain.report.NoteKind;
import org.mailwain.report.Verdict;
import org.mailwain.ui.Texts;

/** Words of a report with a sign before each, since colour alone tells nothing to many. */
final class Signs {
    private static final Texts TEXTS = Texts.beside(Signs.class);
    private static final Color RED = new Color(0xb3, 0x26, 0x1e);
    private static final Color LIGHT_RED = new Color(0xff, 0x8a, 0x80);
    private static final Color GREEN = new Color(0x2e, 0x7d, 0x32);
    private static final Color LIGHT_GREEN = new Color(0x81, 0xc7, 0x84);
    private static final int DARK = 128;

    private Signs() {}

    static String of(Verdict verdict) {
        String sign = switch (verdict) {
            case COMPLETE -> "✓";
            case COMPLETE_WITH_ITEMS -> "⚠";
            case UNFINISHED, NOT_LISTED -> "○";
            case FAILED, NOT_BALANCED -> "✗";
        };
        return sign + " " + TEXTS.of("verdict." + key(verdict));
    }

    static String of(Balance balance) {
        String sign = switch (balance) {
            case BALANCED -> "✓";
            case OPEN, NOT_LISTED -> "○";
            case NOT_BALANCED -> "✗";
        };
        return sign + " " + TEXTS.of("balance." + key(balance));
    }

    static String of(NoteKind kind) {
        return TEXTS.of("kind." + key(kind));
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Red that can be read on the ground of a widget, dark or light. */
    static Color red(Control on) {
        return isDark(on) ? LIGHT_RED : RED;
    }

    /** Green that can be read there. */
    static Color green(Control on) {
        return isDark(on) ? LIGHT_GREEN : GREEN;
    }

    private static boolean isDark(Control on) {
        Color ground = on.getBackground();
        return (ground.getRed() * 3 + ground.getGreen() * 6 + ground.getBlue()) / 10 < DARK;
    }
}
