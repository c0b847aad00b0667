package org.mailwain.ui.editors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.workspace.Workspace;

/** What is wrong at the cursor, under a text. */
final class ProblemLine {
    private final Label icon;
    private final Label text;

    ProblemLine(Composite parent) {
        Composite line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(6, 3).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        icon = new Label(line, SWT.NONE);
        GridDataFactory.swtDefaults().hint(16, 16).applyTo(icon);
        text = new Label(line, SWT.NONE);
        text.setData("id", "source.problem");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    }

    /** @param problem null for none */
    void show(Problem problem) {
        if (problem == null) {
            icon.setImage(null);
            text.setText("");
            return;
        }
        icon.setImage(PlatformUI.getWorkbench()
                .getSharedImages()
                .getImage(problem.isError() ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK));
        String sentence = PlatformUI.getWorkbench().getService(Workspace.class).sentence(problem.failure());
        text.setText(sentence.replace("&", "&&"));
        text.setToolTipText(sentence);
    }
}
