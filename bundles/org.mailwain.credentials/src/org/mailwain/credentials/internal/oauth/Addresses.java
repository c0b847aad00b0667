package org.mailwain.credentials.internal.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import org.mailwain.api.failure.FailureException;
import org.mailwain.credentials.TokenFailure;

/** Addresses from settings and keys, which get our secrets. */
final class Addresses {
    private Addresses() {}

    /** @throws FailureException where it is no absolute address by HTTPS */
    static URI https(String text, String setting) throws FailureException {
        try {
            URI address = new URI(text);
            if ("https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new FailureException(TokenFailure.ADDRESS.with(setting), e);
        }
        throw TokenFailure.ADDRESS.raise(setting);
    }
}
