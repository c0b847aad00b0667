package org.mailwain.ui.editors;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.actions.ActionFactory;
import org.mailwain.api.failure.Problem;
import org.mailwain.project.text.LineMap;
import org.mailwain.project.text.TextEdit;
import org.mailwain.ui.Texts;

/** A text with line numbers and its problems underlined; what is said of the one under the cursor stands below. */
public final class SourcePage {
    private static final Texts TEXTS = Texts.beside(SourcePage.class);

    private final Composite whole;
    private final StyledText text;
    private final ProblemLine line;
    private List<Problem> problems = List.of();
    private boolean showing;

    /**
     * @param yaml whether keys and comments are coloured
     * @param onEdit gets the whole text after the person changed it
     */
    public SourcePage(Composite parent, boolean yaml, Consumer<String> onEdit) {
        whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
        text = new StyledText(whole, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setData("id", "source.text");
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(4, 4, 4, 4);
        text.setAlwaysShowScrollBars(false);
        text.getAccessible().addAccessibleListener(Names.of(TEXTS.of("source.name")));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        LineNumbers.in(text);
        line = new ProblemLine(whole);
        text.addModifyListener(event -> {
            if (!showing) {
                onEdit.accept(text.getText());
            }
        });
        text.addCaretListener(event -> line.show(at(event.caretOffset)));
        text.addLineStyleListener(new YamlColours(text, yaml));
    }

    public Control control() {
        return whole;
    }

    /** Ties cut, copy, paste and select all to the text. */
    public void handleClipboard(IEditorSite site) {
        Undo.handle(site, ActionFactory.CUT, () -> Focused.cut(text));
        Undo.handle(site, ActionFactory.COPY, () -> Focused.copy(text));
        Undo.handle(site, ActionFactory.PASTE, () -> Focused.paste(text));
        Undo.handle(site, ActionFactory.SELECT_ALL, () -> Focused.selectAll(text));
    }

    /** Shows a text; what both have in common stays untouched, and with it the cursor. */
    public void show(String fresh) {
        if (text.isDisposed() || fresh.equals(text.getText())) {
            return;
        }
        String old = text.getText();
        TextEdit edit = TextEdit.replace(0, old.length(), fresh).trimmed(old);
        showing = true;
        try {
            text.replaceTextRange(edit.span().start(), edit.span().length(), edit.replacement());
        } finally {
            showing = false;
        }
    }

    public void focus() {
        text.setFocus();
    }

    /** Underlines problems of this text. */
    public void mark(List<Problem> found) {
        problems = found;
        if (!text.isDisposed()) {
            text.setData(YamlColours.PROBLEMS, found);
            text.redraw();
            line.show(at(text.getCaretOffset()));
        }
    }

    /** Puts the cursor where a problem is. */
    public void reveal(Problem problem) {
        int start = offset(problem);
        text.setSelection(start, Math.min(start + problem.length(), text.getCharCount()));
        text.showSelection();
        text.setFocus();
    }

    private int offset(Problem problem) {
        LineMap lines = new LineMap(text.getText());
        return Math.min(text.getCharCount(), lines.offset(Math.max(1, problem.line()), Math.max(1, problem.column())));
    }

    private Problem at(int offset) {
        int cursor = text.getLineAtOffset(Math.min(offset, text.getCharCount())) + 1;
        return problems.stream()
                .filter(problem -> problem.line() == cursor)
                .findFirst()
                .orElseGet(() -> problems.stream()
                        .filter(problem -> problem.line() == 0)
                        .findFirst()
                        .orElse(null));
    }
}
