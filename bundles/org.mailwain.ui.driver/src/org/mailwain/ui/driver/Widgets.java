package org.mailwain.ui.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** Finds widgets by the id that their code gave them. UI thread. */
public final class Widgets {
    /** The key under which a widget keeps its id. */
    public static final String ID = "id";

    private Widgets() {}

    /** The first that is shown, in the newest window first. */
    public static <W extends Widget> Optional<W> find(Display display, Class<W> type, String id) {
        return all(display).stream()
                .filter(widget -> type.isInstance(widget) && id.equals(widget.getData(ID)))
                .map(type::cast)
                .filter(Widgets::isShown)
                .findFirst();
    }

    /** The first shown control of a type that a predicate takes. */
    public static <W extends Control> Optional<W> find(Display display, Class<W> type, Predicate<W> wanted) {
        return all(display).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(control -> control.isVisible() && wanted.test(control))
                .findFirst();
    }

    /** Whether a control, or what it is made of, has the focus. */
    static boolean isFocused(Display display, String id) {
        for (Control at = display.getFocusControl(); at != null; at = at.getParent()) {
            if (id.equals(at.getData(ID))) {
                return true;
            }
        }
        return false;
    }

    /** A button of the dialog in front, such as a wizard or a question, by its id in JFace; null where there is none. */
    static Button dialogButton(Display display, int id) {
        Shell[] shells = display.getShells();
        for (int i = shells.length - 1; i >= 0; i--) {
            if (shells[i].isVisible() && shells[i].getData() instanceof Dialog) {
                return below(shells[i]).stream()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .filter(each -> Integer.valueOf(id).equals(each.getData()))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    /** Ids of all widgets that are shown, for messages. */
    public static List<String> ids(Display display) {
        return all(display).stream()
                .filter(widget -> widget.getData(ID) != null && isShown(widget))
                .map(widget -> widget.getData(ID).toString())
                .toList();
    }

    /** What a control says, empty where it has no words. */
    static String words(Control control) {
        String words = switch (control) {
            case Label label -> label.getText();
            case CLabel label -> label.getText();
            case Text text -> text.getText();
            case Hyperlink link -> link.getText();
            default -> "";
        };
        return words == null ? "" : words;
    }

    private static boolean isShown(Widget widget) {
        return !(widget instanceof Control control) || control.isVisible();
    }

    static List<Widget> all(Display display) {
        List<Widget> all = new ArrayList<>();
        Shell[] shells = display.getShells();
        for (int i = shells.length - 1; i >= 0; i--) {
            gather(shells[i], all);
        }
        return all;
    }

    /** A control and what it holds. */
    public static List<Widget> below(Control root) {
        List<Widget> all = new ArrayList<>();
        gather(root, all);
        return all;
    }

    private static void gather(Control control, List<Widget> all) {
        all.add(control);
        if (control instanceof ToolBar bar) {
            all.addAll(List.of(bar.getItems()));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                gather(child, all);
            }
        }
    }
}
