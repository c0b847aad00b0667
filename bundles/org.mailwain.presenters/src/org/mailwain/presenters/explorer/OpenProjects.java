package org.mailwain.presenters.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.operations.Sentences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the {@link OpenProject} of a window. */
@Component(service = OpenProjects.class)
public final class OpenProjects {
    private final Sentences sentences;

    @Activate
    public OpenProjects(@Reference List<FailureTexts> texts) {
        sentences = new Sentences(texts, Locale.getDefault());
    }

    /** @param recent as {@link OpenProject#recent()} gave it once */
    public OpenProject withRecent(List<Path> recent) {
        return new OpenProject(recent, sentences);
    }
}
