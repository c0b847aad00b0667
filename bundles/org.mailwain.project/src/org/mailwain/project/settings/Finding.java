package org.mailwain.project.settings;

import java.util.List;
import org.mailwain.api.failure.Failure;

/**
 * A fault of settings.
 *
 * @param place as in the input that was read
 * @param suggestions what may stand there instead
 */
public record Finding(Object place, Failure failure, List<String> suggestions) {
    public Finding {
        suggestions = List.copyOf(suggestions);
    }
}
