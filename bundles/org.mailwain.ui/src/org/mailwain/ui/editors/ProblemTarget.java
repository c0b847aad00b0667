package org.mailwain.ui.editors;

import org.mailwain.api.failure.Problem;

/** An editor that can show the place of a problem of its file. */
public interface ProblemTarget {
    void showProblem(Problem problem);
}
