package org.mailwain.target.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Host;
import org.mailwain.api.settings.Range;
import org.mailwain.api.signin.MicrosoftCloud;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.TokenSettings;

/**
 * How a tenant is reached and written. Labels and help stand in {@code GraphSettings.properties} beside it.
 *
 * @param signIn where tokens come from, and with it the cloud
 * @param host in place of the cloud's, for a simulator
 * @param port 443 where empty
 * @param caFile authorities to be trusted in place of the machine's, PEM
 * @param timeout longest silence within an answer
 * @param patience longest wait that the service may ask for before the mailbox rests
 * @param itemLimit largest message that is sent at all
 * @param mimeIntoFolder whether MIME is posted to the folder itself; else it is made in a staging folder and moved.
 *     Sources disagree whether the service takes the first
 * @param keyProperty the named property as which a header line is found again, with {@code %s} for its name
 * @param concurrent requests at once for a mailbox
 * @param requests for a mailbox within ten minutes
 * @param upload bytes for a mailbox within five minutes
 */
public record GraphSettings(
        Optional<SignInMethod> signIn,
        @Default("json") Strategy strategy,
        @Advanced Optional<Host> host,
        @Advanced Optional<Integer> port,
        @Advanced Optional<Path> caFile,

        @Advanced @Default("30 s") @Range(min = 1, max = 600)
        Duration connectTimeout,

        @Advanced @Default("2 min") @Range(min = 1, max = 3600)
        Duration timeout,

        @Advanced @Default("5 min") @Range(min = 1, max = 86_400)
        Duration patience,

        @Advanced @Default("150 MB") @Range(min = 1_000_000, max = 157_286_400)
        Bytes itemLimit,

        @Advanced @Default("true") boolean mimeIntoFolder,

        @Advanced @Default(HEADER_PROPERTY) String keyProperty,

        @Advanced @Default("4") @Range(min = 1, max = 20) int concurrent,

        @Advanced @Default("10000") @Range(min = 1, max = 1_000_000)
        int requests,

        @Advanced @Default("150 MiB") @Range(min = 1_000_000, max = 100_000_000_000L)
        Bytes upload)
        implements TokenSettings {
    /** Where Exchange keeps header lines that it has no place for; not stated by Microsoft for posted MIME. */
    public static final String HEADER_PROPERTY = "String {00020386-0000-0000-C000-000000000046} Name %s";

    /** Everything as it is by default. */
    public static final GraphSettings DEFAULT = new GraphSettings(
            Optional.empty(),
            Strategy.JSON,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            new Bytes(150_000_000),
            true,
            HEADER_PROPERTY,
            4,
            10_000,
            new Bytes(150L << 20));

    /** Another server than the cloud's. @param ca file of its authority, PEM */
    public GraphSettings at(String other, int otherPort, Path ca) {
        return new GraphSettings(
                signIn,
                strategy,
                Optional.of(new Host(other)),
                Optional.of(otherPort),
                Optional.of(ca),
                connectTimeout,
                timeout,
                patience,
                itemLimit,
                mimeIntoFolder,
                keyProperty,
                concurrent,
                requests,
                upload);
    }

    public GraphSettings by(Strategy other, boolean intoFolder) {
        return new GraphSettings(
                signIn,
                other,
                host,
                port,
                caFile,
                connectTimeout,
                timeout,
                patience,
                itemLimit,
                intoFolder,
                keyProperty,
                concurrent,
                requests,
                upload);
    }

    public GraphSettings within(Duration connect, Duration silence, Duration wait) {
        return new GraphSettings(
                signIn,
                strategy,
                host,
                port,
                caFile,
                connect,
                silence,
                wait,
                itemLimit,
                mimeIntoFolder,
                keyProperty,
                concurrent,
                requests,
                upload);
    }

    public GraphSettings limited(Bytes item, int atOnce, int inTenMinutes, Bytes inFiveMinutes) {
        return new GraphSettings(
                signIn,
                strategy,
                host,
                port,
                caFile,
                connectTimeout,
                timeout,
                patience,
                item,
                mimeIntoFolder,
                keyProperty,
                atOnce,
                inTenMinutes,
                inFiveMinutes);
    }

    public GraphSettings signingIn(SignInMethod method) {
        return new GraphSettings(
                Optional.of(method),
                strategy,
                host,
                port,
                caFile,
                connectTimeout,
                timeout,
                patience,
                itemLimit,
                mimeIntoFolder,
                keyProperty,
                concurrent,
                requests,
                upload);
    }

    @Override
    public Optional<TokenRequest> tokens() {
        return signIn.filter(method -> !(method instanceof SignInMethod.Password))
                .map(method -> new TokenRequest(method, TokenRequest.Purpose.GRAPH));
    }

    /** The sign-in's; a token fits one only. */
    public MicrosoftCloud cloud() {
        return signIn.orElse(null) instanceof SignInMethod.Microsoft microsoft
                ? microsoft.cloud()
                : MicrosoftCloud.GLOBAL;
    }

    /** Host and port, as shared limits and people name the service. */
    public String address() {
        return host.map(Host::name).orElse(cloud().graph()) + ":" + port.orElse(443);
    }

    /** Where Graph begins, without version and without a slash at the end. */
    public String base() {
        String name = host.map(Host::name).orElse(cloud().graph());
        return "https://" + name + (port.isPresent() && port.get() != 443 ? ":" + port.get() : "");
    }
}
