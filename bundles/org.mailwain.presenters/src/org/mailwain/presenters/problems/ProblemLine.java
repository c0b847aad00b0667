package org.mailwain.presenters.problems;

import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.workspace.ProjectModel;

/**
 * A problem as a list shows it.
 *
 * @param sentence what is wrong and what to do
 */
public record ProblemLine(ProjectModel project, Problem problem, String sentence) {
    /** File, and line where there is one. */
    public String place() {
        return problem.line() == 0 ? problem.file() : problem.file() + ":" + problem.line();
    }
}
