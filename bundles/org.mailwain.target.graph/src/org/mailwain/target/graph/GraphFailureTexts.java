package org.mailwain.target.graph;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** The sentences of {@link GraphFailure}. */
@Component(service = FailureTexts.class)
public final class GraphFailureTexts extends ResourceFailureTexts {
    public GraphFailureTexts() {
        super(GraphFailure.values());
    }
}
