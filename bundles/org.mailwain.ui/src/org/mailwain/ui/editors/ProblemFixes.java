package org.mailwain.ui.editors;

import org.mailwain.api.failure.Problem;

/** An editor that can mend a problem of its file; what it did can be undone. */
public interface ProblemFixes {
    /** @param suggestion one of the problem's */
    void fix(Problem problem, String suggestion);
}
