package org.mailwain.credentials.internal.oauth;

import com.microsoft.aad.msal4j.MsalServiceException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.credentials.TokenFailure;

/** What a refusal of Entra ID means, by the number that it begins with (Microsoft, "Entra authentication error codes"). */
final class MicrosoftRefusals {
    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{5,7})");

    /** What follows is of use to Microsoft alone. */
    private static final Pattern REST = Pattern.compile("(?s)\\s*(Trace ID:|\\r?\\n).*");

    private final SignInMethod.Microsoft settings;
    private final String scope;

    MicrosoftRefusals(SignInMethod.Microsoft settings, String scope) {
        this.settings = settings;
        this.scope = scope;
    }

    FailureException failure(Throwable thrown) {
        return Relayed.failureIn(thrown).orElseGet(() -> new FailureException(meaning(thrown), thrown));
    }

    private Failure meaning(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        String words = REST.matcher(message).replaceFirst("");
        Matcher number = NUMBER.matcher(message);
        if (!number.find()) {
            return unnumbered(thrown, words);
        }
        return switch (number.group(1)) {
            case "90002", "900021", "900023" -> TokenFailure.TENANT_UNKNOWN.with(settings.tenant(), words);
            case "700016" -> TokenFailure.APPLICATION_UNKNOWN.with(settings.clientId(), settings.tenant(), words);
            case "7000215" -> TokenFailure.SECRET_WRONG.with(settings.clientId(), words);
            case "7000222" -> TokenFailure.SECRET_EXPIRED.with(settings.clientId(), words);
            case "700027", "700023", "700024", "700030" ->
                TokenFailure.CERTIFICATE_WRONG.with(settings.clientId(), words);
            case "65001", "65004", "70011", "650056", "650057", "500011", "50105" ->
                TokenFailure.CONSENT_MISSING.with(settings.clientId(), scope, words);
            case "7000218" -> TokenFailure.NO_PUBLIC_CLIENT.with(settings.clientId(), words);
            case "53000", "53001", "53002", "53003", "53004", "530036" -> TokenFailure.BLOCKED.with(words);
            case "70016", "70018", "70019", "70020" -> TokenFailure.NOT_SIGNED_IN.with(words);
            default -> TokenFailure.MICROSOFT_REFUSED.with(words);
        };
    }

    private Failure unnumbered(Throwable thrown, String words) {
        if (thrown instanceof MsalServiceException service
                && service.statusCode() != null
                && service.statusCode() >= 500) {
            URI server = URI.create(
                    settings.authority().orElse("https://" + settings.cloud().login()));
            return TokenFailure.ANSWER.with(Http.name(server), service.statusCode());
        }
        boolean unsigned = words.contains("authorization_pending")
                || words.contains("code_expired")
                || words.contains("expired_token")
                || words.contains("access_denied")
                || words.contains("authorization_declined");
        return unsigned ? TokenFailure.NOT_SIGNED_IN.with(words) : TokenFailure.MICROSOFT_REFUSED.with(words);
    }
}
