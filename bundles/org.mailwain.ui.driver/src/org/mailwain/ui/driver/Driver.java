package org.mailwain.ui.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;

/**
 * A person at the window, from a thread of a test: presses, types and looks. What it does runs on the UI thread while
 * that goes on with its events, so dialogs may open; what it waits for has a limit.
 */
public final class Driver {
    private static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger("mailwain.scene.seconds", 60));
    private static final long LOOK_MILLIS = 30;

    private final Display display;
    private final Path pictures;
    private final Path project;
    private final Workbench workbench = new Workbench(this);
    private final Wizard wizard = new Wizard(this);
    private final Keyboard keyboard = new Keyboard(this);
    private final Mouse mouse = new Mouse(this);

    /**
     * @param pictures folder of the pictures; null where none are made
     * @param project folder of the project that the scenes play in
     */
    public Driver(Display display, Path pictures, Path project) {
        this.display = display;
        this.pictures = pictures;
        this.project = project;
    }

    public Display display() {
        return display;
    }

    public Path project() {
        return project;
    }

    public Workbench workbench() {
        return workbench;
    }

    public Wizard wizard() {
        return wizard;
    }

    public Keyboard keyboard() {
        return keyboard;
    }

    public Mouse mouse() {
        return mouse;
    }

    /** Asks something on the UI thread and waits for the answer. */
    public <T> T ask(Callable<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch answered = new CountDownLatch(1);
        display.asyncExec(() -> {
            try {
                answer.set(question.call());
            } catch (Exception e) {
                failure.set(e);
            } finally {
                answered.countDown();
            }
        });
        try {
            if (!answered.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the window does not answer\n" + stack());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
        return answer.get();
    }

    private String stack() {
        StringBuilder lines = new StringBuilder();
        for (StackTraceElement each : display.getThread().getStackTrace()) {
            lines.append("    ").append(each).append('\n');
        }
        return lines.toString();
    }

    /** Does something on the UI thread without waiting for its end, which may be that of a dialog. */
    public void act(Runnable action) {
        display.asyncExec(action);
        settle();
    }

    /** Waits until the UI thread has come through with what it had to do. */
    public void settle() {
        ask(() -> null);
        ask(() -> null);
    }

    /** @param what for the message where it does not come true */
    public void waitFor(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!ask(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what + "; shown are "
                        + ask(() -> Widgets.ids(display)));
            }
            pause(LOOK_MILLIS);
        }
        settle();
    }

    /** Does nothing for a while. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a widget to be shown. */
    public <W extends Widget> W find(Class<W> type, String id) {
        waitFor(id, () -> Widgets.find(display, type, id).isPresent());
        return ask(() -> Widgets.find(display, type, id).orElseThrow());
    }

    public boolean isShown(String id) {
        return ask(() -> Widgets.find(display, Widget.class, id).isPresent());
    }

    /** Presses a button, link, or item of a tool bar. */
    public void press(String id) {
        Widget widget = find(Widget.class, id);
        waitFor(id + " can be pressed", () -> !(widget instanceof Control control) || control.isEnabled());
        act(() -> send(widget, SWT.Selection, new Event()));
    }

    /** Turns a check box on or off. */
    public void tick(String id, boolean on) {
        Button button = find(Button.class, id);
        act(() -> {
            button.setSelection(on);
            send(button, SWT.Selection, new Event());
        });
    }

    /** Puts a text into a field in place of what stands there. */
    public void type(String id, String text) {
        Control field = find(Control.class, id);
        act(() -> {
            field.setFocus();
            switch (field) {
                case Text plain -> plain.setText(text);
                case Combo combo -> {
                    combo.setText(text);
                    send(combo, SWT.Selection, new Event());
                }
                default -> throw new IllegalArgumentException(id + " is a " + field.getClass());
            }
        });
    }

    public String text(String id) {
        Control control = find(Control.class, id);
        return ask(() -> (String) control.getClass().getMethod("getText").invoke(control));
    }

    /** Selects an item of a tree by the labels on the way to it and unfolds those. */
    public TreeItem select(String tree, String... labels) {
        Tree widget = find(Tree.class, tree);
        AtomicReference<TreeItem> found = new AtomicReference<>();
        waitFor(String.join("/", labels) + " in " + tree, () -> {
            found.set(TreeItems.find(widget, labels));
            return found.get() != null;
        });
        act(() -> {
            widget.setSelection(found.get());
            Event event = new Event();
            event.item = found.get();
            send(widget, SWT.Selection, event);
        });
        return found.get();
    }

    /** Opens an item of a tree, as Enter does. */
    public void open(String tree, String... labels) {
        TreeItem item = select(tree, labels);
        act(() -> {
            Event event = new Event();
            event.item = item;
            send(item.getParent(), SWT.DefaultSelection, event);
        });
    }

    /** Whether a label ends with one of some texts. UI thread. */
    public boolean isEnd(String id, String... ends) {
        return Widgets.find(display, Label.class, id)
                .filter(label -> Stream.of(ends).anyMatch(label.getText()::endsWith))
                .isPresent();
    }

    /** The text of a field, empty where it is not shown. UI thread. */
    public String shownText(String id) {
        return Widgets.find(display, Text.class, id).map(Text::getText).orElse("");
    }

    /** Whether a button is shown that can be pressed. UI thread. */
    public boolean isEnabled(String id) {
        return Widgets.find(display, Button.class, id)
                .filter(Control::isEnabled)
                .isPresent();
    }

    /** Whether a tree is shown that has something in it. UI thread. */
    public boolean isFilled(String id) {
        return Widgets.find(display, Tree.class, id)
                .filter(tree -> tree.getItemCount() > 0)
                .isPresent();
    }

    /** Turns a folder of tabs to one of them, from 0. */
    public void tab(String id, int index) {
        CTabFolder folder = find(CTabFolder.class, id);
        act(() -> {
            folder.setSelection(index);
            Event event = new Event();
            event.item = folder.getItem(index);
            send(folder, SWT.Selection, event);
        });
    }

    /** Waits for a cell of a table to hold a text. */
    public void waitForText(String table, String text) {
        waitForCells(table, cells -> cells.contains(text));
    }

    /** Waits for the cells of a table, with blanks between, to be as wanted. */
    public void waitForCells(String table, Predicate<String> wanted) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!wanted.test(cells(table))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not what is wanted in " + table + ": " + cells(table));
            }
            pause(LOOK_MILLIS);
        }
    }

    /** Waits for a label to end with a text. */
    public void waitForLabel(String id, String end) {
        waitFor(
                id + " is " + end,
                () -> Widgets.find(display, Label.class, id)
                        .filter(label -> label.getText().endsWith(end))
                        .isPresent());
    }

    /** Waits for words that stand somewhere in the window or before it: in a message, a label or a field. */
    public void waitForWords(String words) {
        waitFor(
                "\"" + words + "\"",
                () -> Widgets.all(display).stream()
                        .anyMatch(widget -> widget instanceof Control control
                                && control.isVisible()
                                && Widgets.words(control).contains(words)));
    }

    /** Texts of all cells of a table, with blanks between. */
    public String cells(String table) {
        return ask(() -> {
            org.eclipse.swt.widgets.Table widget = Widgets.find(display, org.eclipse.swt.widgets.Table.class, table)
                    .orElseThrow();
            StringBuilder text = new StringBuilder();
            for (org.eclipse.swt.widgets.TableItem item : widget.getItems()) {
                for (int i = 0; i < widget.getColumnCount(); i++) {
                    text.append(item.getText(i)).append(' ');
                }
            }
            return text.toString();
        });
    }

    /** Takes a picture of the window, with the dialogs that stand before it. */
    public void picture(String name) throws IOException {
        if (pictures != null) {
            settle();
            Rectangle window = ask(() -> {
                Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
                Point inside = shell.toDisplay(0, 0);
                Point start = shell.getLocation();
                Rectangle area = shell.getClientArea();
                return new Rectangle(start.x, start.y, area.width, inside.y - start.y + area.height);
            });
            Pictures.take(pictures.resolve(name + ".png"), window);
        }
    }

    static void send(Widget widget, int type, Event event) {
        event.widget = widget;
        event.display = widget.getDisplay();
        event.type = type;
        widget.notifyListeners(type, event);
    }
}
