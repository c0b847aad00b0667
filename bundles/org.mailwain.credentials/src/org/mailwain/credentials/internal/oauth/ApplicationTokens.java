package org.mailwain.credentials.internal.oauth;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.signin.MicrosoftProof;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;

/** Tokens of an application as itself, by its secret or its certificate. */
final class ApplicationTokens extends MicrosoftTokens {
    private ConfidentialClientApplication application;

    ApplicationTokens(SignInMethod.Microsoft settings, TokenRequest.Purpose purpose) {
        super(settings, purpose);
    }

    /** The cache in front of us decides when a new one is needed; the library's would give the old one again. */
    @Override
    public Token fetch(boolean fresh, Cancel cancel) throws FailureException {
        if (application == null) {
            application = build();
        }
        ClientCredentialParameters parameters = ClientCredentialParameters.builder(Set.of(scope))
                .skipCache(true)
                .build();
        return await(() -> application.acquireToken(parameters), cancel);
    }

    private ConfidentialClientApplication build() throws FailureException {
        boolean chain = settings.proof() instanceof MicrosoftProof.Certificate certificate && certificate.sendChain();
        return placed(ConfidentialClientApplication.builder(settings.clientId(), credential()))
                .sendX5c(chain)
                .build();
    }

    private IClientCredential credential() throws FailureException {
        return switch (settings.proof()) {
            case MicrosoftProof.ClientSecret secret -> ofSecret(secret);
            case MicrosoftProof.Certificate certificate -> ofCertificate(certificate);
            case MicrosoftProof.DeviceCode person -> throw new IllegalStateException("a person's");
            case MicrosoftProof.Browser person -> throw new IllegalStateException("a person's");
        };
    }

    private static IClientCredential ofSecret(MicrosoftProof.ClientSecret secret) {
        char[] chars = secret.clientSecret().chars();
        try {
            return ClientCredentialFactory.createFromSecret(new String(chars));
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static IClientCredential ofCertificate(MicrosoftProof.Certificate certificate) throws FailureException {
        KeyText text = KeyText.of(certificate.file(), certificate.pem(), "signIn.microsoft.proof.certificate.pem");
        try {
            KeyMaterial material = KeyMaterial.read(text.bytes(), certificate.password());
            if (material.certificates().isEmpty()) {
                throw new GeneralSecurityException("no certificate in it");
            }
            return ClientCredentialFactory.createFromCertificateChain(material.key(), material.certificates());
        } catch (GeneralSecurityException e) {
            throw text.unusable(e);
        } finally {
            Arrays.fill(text.bytes(), (byte) 0);
        }
    }
}
