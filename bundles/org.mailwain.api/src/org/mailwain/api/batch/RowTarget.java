package org.mailwain.api.batch;

import java.util.Optional;
import org.mailwain.api.credentials.Secret;

/**
 * How a row signs in to the target, by the columns {@code TargetUserName} and {@code TargetPassword}.
 *
 * @param userName empty where the EmailAddress is the login
 * @param password empty where the cell was empty, or says that the credential store has it
 */
public record RowTarget(Optional<String> userName, Optional<Secret> password, boolean passwordInStore) {
    /** The row says nothing of it. */
    public static final RowTarget UNSAID = new RowTarget(Optional.empty(), Optional.empty(), false);
}
