package org.mailwain.mail.pop;

import java.time.Duration;
import java.util.Optional;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Host;
import org.mailwain.api.settings.Range;
import org.mailwain.api.settings.Required;
import org.mailwain.api.settings.ShownWhen;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.TokenSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;

/**
 * How a POP3 server is reached. Labels and help stand in {@code PopSettings.properties} beside it.
 *
 * @param port 995 with TLS from the first byte, else 110, where empty
 * @param allowInsecure has to be said for security {@code none}
 * @param trust the machine's where empty
 * @param signIn by passwords where empty
 * @param connectTimeout for each of: name, connection, TLS, greeting
 * @param timeout longest silence of the server within an answer
 */
public record PopSettings(
        @Required Host host,
        Optional<Integer> port,
        @Default("tls") Security security,

        @Default("false") @ShownWhen(component = "security", is = "none")
        boolean allowInsecure,

        Optional<Trust> trust,
        Optional<SignInMethod> signIn,

        @Advanced @Default("30 s") @Range(min = 1, max = 600)
        Duration connectTimeout,

        @Advanced @Default("2 min") @Range(min = 1, max = 3600)
        Duration timeout)
        implements TokenSettings {

    /** Everything but host and port as it is by default. */
    public static PopSettings of(String host, Optional<Integer> port, Security security) {
        return new PopSettings(
                new Host(host),
                port,
                security,
                security == Security.NONE,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2));
    }

    public PopSettings trusting(Trust other) {
        return new PopSettings(
                host, port, security, allowInsecure, Optional.of(other), signIn, connectTimeout, timeout);
    }

    public PopSettings within(Duration connect, Duration silence) {
        return new PopSettings(host, port, security, allowInsecure, trust, signIn, connect, silence);
    }

    public PopSettings signingIn(SignInMethod method) {
        return new PopSettings(
                host, port, security, allowInsecure, trust, Optional.of(method), connectTimeout, timeout);
    }

    @Override
    public Optional<TokenRequest> tokens() {
        return signIn.filter(method -> !(method instanceof SignInMethod.Password))
                .map(method -> new TokenRequest(method, TokenRequest.Purpose.POP));
    }

    /** The port given, or that of the security. */
    public int effectivePort() {
        return port.orElse(security == Security.TLS ? 995 : 110);
    }

    /** Host and port, as shared limits and people name the server. */
    public String address() {
        String name = host.name();
        return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + effectivePort();
    }
}
