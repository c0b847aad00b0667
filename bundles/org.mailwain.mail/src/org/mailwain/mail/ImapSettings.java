package org.mailwain.mail;

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

/**
 * How an IMAP server is reached. Labels and help stand in {@code ImapSettings.properties} beside it.
 *
 * @param port by {@link Security} where empty
 * @param allowInsecure has to be said for security {@code none}
 * @param trust the machine's where empty
 * @param signIn by passwords where empty
 * @param connectTimeout for each of: name, connection, TLS, greeting
 * @param timeout longest silence of the server within an answer
 * @param commandLength longest command in bytes, literals aside (Exchange takes 10,240)
 */
public record ImapSettings(
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
        Duration timeout,

        @Advanced @Default("auto") Compression compression,

        @Advanced @Default("8000") @Range(min = 1000, max = 1_000_000)
        int commandLength)
        implements TokenSettings {

    /** Everything but host and port as it is by default. */
    public static ImapSettings of(String host, Optional<Integer> port, Security security) {
        return new ImapSettings(
                new Host(host),
                port,
                security,
                security == Security.NONE,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Compression.AUTO,
                8000);
    }

    public ImapSettings trusting(Trust other) {
        return new ImapSettings(
                host,
                port,
                security,
                allowInsecure,
                Optional.of(other),
                signIn,
                connectTimeout,
                timeout,
                compression,
                commandLength);
    }

    public ImapSettings within(Duration connect, Duration silence) {
        return new ImapSettings(
                host, port, security, allowInsecure, trust, signIn, connect, silence, compression, commandLength);
    }

    public ImapSettings compressed(Compression other) {
        return new ImapSettings(
                host, port, security, allowInsecure, trust, signIn, connectTimeout, timeout, other, commandLength);
    }

    public ImapSettings signingIn(SignInMethod method) {
        return new ImapSettings(
                host,
                port,
                security,
                allowInsecure,
                trust,
                Optional.of(method),
                connectTimeout,
                timeout,
                compression,
                commandLength);
    }

    @Override
    public Optional<TokenRequest> tokens() {
        return signIn.filter(method -> !(method instanceof SignInMethod.Password))
                .map(method -> new TokenRequest(method, TokenRequest.Purpose.IMAP));
    }

    /** The port given, or that of the security. */
    public int effectivePort() {
        return port.orElse(security.imapPort());
    }

    /** Host and port, as shared limits and people name the server. */
    public String address() {
        String name = host.name();
        return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + effectivePort();
    }
}
