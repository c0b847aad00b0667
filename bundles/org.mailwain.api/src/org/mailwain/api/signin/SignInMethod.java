package org.mailwain.api.signin;

import java.nio.file.Path;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Named;
import org.mailwain.api.settings.Required;

/**
 * What the sessions of an endpoint sign in with, as its file says under {@code signIn}. Labels and help stand in
 * properties files beside the records.
 */
public sealed interface SignInMethod permits SignInMethod.Password, SignInMethod.Microsoft, SignInMethod.Google {
    /** Passwords: of the mailbox list, of an administrator, of the credential store. */
    @Named("password")
    record Password() implements SignInMethod {}

    /**
     * Tokens of Microsoft Entra ID.
     *
     * @param tenant its id or one of its domains
     * @param clientId of the app registration
     * @param scope in place of the one that fits cloud and service
     * @param authority where the cloud's sign-in is, in place of the usual address: {@code https://host[:port]}
     * @param caFile authorities to be trusted there in place of the machine's, PEM
     */
    @Named("microsoft")
    record Microsoft(
            @Default("global") MicrosoftCloud cloud,
            @Required String tenant,
            @Required String clientId,
            @Required MicrosoftProof proof,
            @Advanced Optional<String> scope,
            @Advanced Optional<String> authority,
            @Advanced Optional<Path> caFile)
            implements SignInMethod {}

    /**
     * Tokens of Google for each user of a Workspace, by a service account that the domain delegated to.
     *
     * @param keyFile the service account's key, JSON
     * @param key the same, from the credential store
     * @param scope in place of the one for mail
     * @param tokenAddress where tokens are given out, in place of what the key says
     * @param caFile authorities to be trusted there in place of the machine's, PEM
     */
    @Named("google")
    record Google(
            Optional<Path> keyFile,
            Optional<Secret> key,
            @Advanced Optional<String> scope,
            @Advanced Optional<String> tokenAddress,
            @Advanced Optional<Path> caFile)
            implements SignInMethod {}
}
