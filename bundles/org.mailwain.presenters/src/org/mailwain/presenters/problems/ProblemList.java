package org.mailwain.presenters.problems;

import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;

/**
 * All problems of the open projects, errors first. A list of 50,000 rows may be wrong in each: only so many are shown
 * as a person will ever read.
 *
 * @param left how many are counted and not shown
 */
public record ProblemList(List<ProblemLine> lines, long errors, long warnings, long left) {
    private static final int MOST = 1000;

    public ProblemList {
        lines = List.copyOf(lines);
    }

    public static ProblemList of(Workspace workspace) {
        List<ProblemLine> lines = new ArrayList<>();
        long errors = 0;
        long all = 0;
        for (ProjectModel project : workspace.projects()) {
            all += project.problems().size();
            errors += project.problems().stream().filter(Problem::isError).count();
        }
        add(workspace, true, lines);
        add(workspace, false, lines);
        return new ProblemList(lines, errors, all - errors, all - lines.size());
    }

    private static void add(Workspace workspace, boolean error, List<ProblemLine> lines) {
        for (ProjectModel project : workspace.projects()) {
            project.problems().stream()
                    .filter(problem -> problem.isError() == error)
                    .limit(MOST - lines.size())
                    .forEach(problem ->
                            lines.add(new ProblemLine(project, problem, workspace.sentence(problem.failure()))));
        }
    }

    public boolean isEmpty() {
        return errors + warnings == 0;
    }
}
