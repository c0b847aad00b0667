package org.mailwain.project;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link ProjectFailure}. */
@Component(service = FailureTexts.class)
public final class ProjectFailureTexts extends ResourceFailureTexts {
    public ProjectFailureTexts() {
        super(ProjectFailure.values());
    }
}
