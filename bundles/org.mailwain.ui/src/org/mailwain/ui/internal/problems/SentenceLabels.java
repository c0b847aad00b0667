package org.mailwain.ui.internal.problems;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.problems.ProblemLine;

/** What is wrong, with a sign for how bad it is. */
final class SentenceLabels extends ColumnLabelProvider {
    @Override
    public String getText(Object line) {
        return ((ProblemLine) line).sentence();
    }

    @Override
    public Image getImage(Object line) {
        return PlatformUI.getWorkbench()
                .getSharedImages()
                .getImage(
                        ((ProblemLine) line).problem().isError()
                                ? ISharedImages.IMG_OBJS_ERROR_TSK
                                : ISharedImages.IMG_OBJS_WARN_TSK);
    }
}
