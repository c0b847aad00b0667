package org.mailwain.api.signin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.settings.SettingsFault;

/**
 * What tokens an endpoint needs.
 *
 * @param purpose the service that they are shown to
 */
public record TokenRequest(SignInMethod method, Purpose purpose) {
    /** Name of the setting that holds a {@link SignInMethod}. */
    public static final String SETTING = "signIn";

    /** Services that take tokens. */
    public enum Purpose {
        IMAP,
        POP,
        GRAPH
    }

    public TokenRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(purpose);
    }

    /** What is wrong with settings that are each right alone, at the setting {@code signIn}. */
    public List<SettingsFault> faults() {
        Optional<Failure> failure = switch (method) {
            case SignInMethod.Microsoft microsoft -> fault(microsoft);
            case SignInMethod.Google google ->
                google.keyFile().isPresent() == google.key().isPresent()
                        ? Optional.of(ApiFailure.ONE_OF_TWO.with("keyFile", "key"))
                        : Optional.empty();
            case SignInMethod.Password none -> Optional.empty();
        };
        return failure.map(f -> new SettingsFault(SETTING, f)).stream().toList();
    }

    private static Optional<Failure> fault(SignInMethod.Microsoft microsoft) {
        if (microsoft.cloud().isClosed()) {
            return Optional.of(ApiFailure.CLOUD_CLOSED.with());
        }
        return microsoft.proof() instanceof MicrosoftProof.Certificate certificate
                        && certificate.file().isPresent() == certificate.pem().isPresent()
                ? Optional.of(ApiFailure.ONE_OF_TWO.with("file", "pem"))
                : Optional.empty();
    }
}
