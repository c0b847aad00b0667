package org.mailwain.foldermap;

import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.osgi.service.component.annotations.Component;

/** Texts of {@link FolderMapFailure}. */
@Component(service = FailureTexts.class)
public final class FolderMapFailureTexts extends ResourceFailureTexts {
    public FolderMapFailureTexts() {
        super(FolderMapFailure.values());
    }
}
