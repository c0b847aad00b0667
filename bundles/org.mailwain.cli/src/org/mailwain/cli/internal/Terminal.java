package org.mailwain.cli.internal;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where the command line writes to: results to standard output, everything else to standard error.
 *
 * @param interactive whether a person watches standard output
 * @param width of a line in characters
 * @param colour whether escape sequences may be used
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, int width, boolean colour) {
    private static final int USUAL_WIDTH = 100;

    /** What goes into a file or another program is not cut. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    static Terminal system() {
        boolean interactive = isTerminal();
        boolean colour = interactive && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        Charset charset = System.console() == null
                ? StandardCharsets.UTF_8
                : System.console().charset();
        return new Terminal(
                new PrintStream(System.out, false, charset),
                new PrintStream(System.err, true, charset),
                interactive,
                interactive ? columns() : UNLIMITED,
                colour);
    }

    /** Before Java 22 a console means a terminal; since then it has to be asked. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    private static int columns() {
        try {
            return Math.max(60, Integer.parseInt(System.getProperty("mailwain.columns", "")));
        } catch (NumberFormatException unknown) {
            return USUAL_WIDTH;
        }
    }

    String bold(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    void line(String text) {
        out.println(text);
    }

    void blank() {
        out.println();
    }
}
