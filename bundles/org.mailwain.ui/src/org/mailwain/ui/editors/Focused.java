package org.mailwain.ui.editors;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** The clipboard commands for whatever field has the focus, else for the text of the source page. */
final class Focused {
    private Focused() {}

    static void cut(StyledText otherwise) {
        switch (focused(otherwise)) {
            case Text field -> field.cut();
            case Combo field -> field.cut();
            case Control any -> otherwise.cut();
        }
    }

    static void copy(StyledText otherwise) {
        switch (focused(otherwise)) {
            case Text field -> field.copy();
            case Combo field -> field.copy();
            case Control any -> otherwise.copy();
        }
    }

    static void paste(StyledText otherwise) {
        switch (focused(otherwise)) {
            case Text field -> field.paste();
            case Combo field -> field.paste();
            case Control any -> otherwise.paste();
        }
    }

    static void selectAll(StyledText otherwise) {
        switch (focused(otherwise)) {
            case Text field -> field.selectAll();
            case Control any -> otherwise.selectAll();
        }
    }

    private static Control focused(StyledText otherwise) {
        Control control = otherwise.getDisplay().getFocusControl();
        return control == null ? otherwise : control;
    }
}
