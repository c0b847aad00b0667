package org.mailwain.tck;

import java.util.Optional;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.Login;

/** A provider, an endpoint that answers, and logins. */
public interface ProviderFixture {
    EndpointProvider provider();

    /** Where a server answers; its time limits are a few seconds. */
    Endpoint endpoint();

    /** Lets in. */
    Login login();

    /** Is refused; its password is {@link #WRONG_PASSWORD}. Empty where nobody is refused. */
    Optional<Login> wrongLogin();

    /** An endpoint where nobody answers; empty where there is no such thing. */
    Optional<Endpoint> dead();

    /** Stands in no message, failure or address. */
    String WRONG_PASSWORD = "wr0ng-s3cret-pa55";

    /** Gives back what the fixture holds. */
    default void close() throws Exception {
        // most have nothing to give back
    }
}
