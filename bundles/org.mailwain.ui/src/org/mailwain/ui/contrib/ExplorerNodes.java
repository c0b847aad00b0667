package org.mailwain.ui.contrib;

import java.util.List;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IWorkbenchPage;
import org.mailwain.presenters.workspace.ProjectModel;

/** Adds nodes to the Migration Explorer, at the end of each project. Without state; UI thread; must not wait. */
public interface ExplorerNodes {
    int order();

    /** Below a project. */
    List<Node> of(ProjectModel project);

    /** A node; equal to another one where it stands for the same thing, so that it stays unfolded and selected. */
    interface Node {
        String label();

        /** What is said beside the label, in a lighter colour; may be empty. */
        String note();

        /** Null for none. */
        Image image();

        List<Node> children();

        /** What Enter and a double click do. */
        void open(IWorkbenchPage page);
    }
}
