package org.mailwain.operations;

import java.nio.file.Path;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.ProjectInit;

/** Makes a migration project. */
public final class InitOperation {
    private InitOperation() {}

    /** @return names of the files written; all or none, and none that was there is touched */
    public static List<String> init(Path folder) throws FailureException {
        return ProjectInit.write(folder);
    }
}
