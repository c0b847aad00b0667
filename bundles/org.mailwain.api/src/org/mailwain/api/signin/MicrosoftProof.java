package org.mailwain.api.signin;

import java.nio.file.Path;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Named;
import org.mailwain.api.settings.Required;

/** By what an app registration of Entra ID gets a token: as itself, or for a person who signs in once. */
public sealed interface MicrosoftProof
        permits MicrosoftProof.ClientSecret,
                MicrosoftProof.Certificate,
                MicrosoftProof.DeviceCode,
                MicrosoftProof.Browser {
    /** As itself, by a client secret. */
    @Named("secret")
    record ClientSecret(@Required Secret clientSecret) implements MicrosoftProof {}

    /**
     * As itself, by a certificate.
     *
     * @param file PEM with key and certificate, or PKCS#12
     * @param pem the PEM text, from the credential store
     * @param password of the file or of the key in it
     * @param sendChain whether the certificate goes with each request, for registrations by subject and issuer
     */
    @Named("certificate")
    record Certificate(
            Optional<Path> file,
            Optional<Secret> pem,
            Optional<Secret> password,
            @Advanced @Default("false") boolean sendChain)
            implements MicrosoftProof {}

    /** For a person who types a code on a web page. */
    @Named("device-code")
    record DeviceCode() implements MicrosoftProof {}

    /** For a person who signs in in a browser on this machine. */
    @Named("browser")
    record Browser() implements MicrosoftProof {}

    /** Whether a person has to sign in once. */
    default boolean ofPerson() {
        return this instanceof DeviceCode || this instanceof Browser;
    }
}
