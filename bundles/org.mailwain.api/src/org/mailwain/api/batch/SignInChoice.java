package org.mailwain.api.batch;

import java.util.Optional;

/**
 * How a batch signs in to one side.
 *
 * @param form id of a {@link org.mailwain.api.signin.SignInForm}
 * @param administrator user name of the administrator, whose secret the credential store has
 * @param setting separator or template of the form
 */
public record SignInChoice(String form, Optional<String> administrator, Optional<String> setting) {
    /** Every mailbox with the user name and password of its row. */
    public static final SignInChoice AS_USER = new SignInChoice("user", Optional.empty(), Optional.empty());
}
