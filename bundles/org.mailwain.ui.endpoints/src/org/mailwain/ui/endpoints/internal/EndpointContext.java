package org.mailwain.ui.endpoints.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.project.ProjectFolder;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/** An endpoint that is being edited, in an editor or in a wizard. UI thread; no method waits. */
interface EndpointContext {
    /** Without the ending of its file. */
    String name();

    YamlEditing editing();

    Workspace space();

    /** The project's files with this endpoint as it stands here. */
    ProjectFolder files();

    /** What is wrong with its text, as far as known. */
    List<Problem> problems();

    /** Writes a value into the text, or takes the key away where there is none. */
    void set(YamlPath path, Optional<YamlValue> value);

    Shell shell();
}
