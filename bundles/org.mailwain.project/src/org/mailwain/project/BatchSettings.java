package org.mailwain.project;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.Deletions;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Required;

/**
 * A batch as its file has it; {@code mailboxes} is read apart, see {@link BatchFile}.
 *
 * @param source name of an endpoint
 * @param target name of an endpoint
 * @param folders name of a folder map; without one the usual rules hold
 * @param flags what later passes do about flags that changed on the source
 * @param deletions whether copies of what left the source are removed from the target, and where that stops
 * @param repairs ids of the repairs that are allowed
 */
public record BatchSettings(
        @Required String source,
        @Required String target,
        SignIn sourceSignIn,
        SignIn targetSignIn,
        Optional<String> folders,
        Filter filter,
        @Default("initial") Follow flags,
        Optional<Deletions> deletions,
        BatchLimits limits,
        List<String> repairs) {
    /** @param setting separator or template of the form, where it has one */
    public record SignIn(@Default("user") String form, Optional<String> administrator, Optional<String> setting) {
        SignInChoice choice() {
            return new SignInChoice(form, administrator, setting);
        }
    }
}
