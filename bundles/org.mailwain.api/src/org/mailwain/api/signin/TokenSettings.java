package org.mailwain.api.signin;

import java.util.Optional;

/** Settings of an endpoint that may say that its sessions sign in by tokens. */
public interface TokenSettings {
    /** Empty where they sign in by passwords. */
    Optional<TokenRequest> tokens();
}
