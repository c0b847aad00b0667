package org.mailwain.source.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;

class ImapSourceTest implements ProviderContract {
    private final Fixture fixture = new Fixture();

    @Override
    public ProviderFixture fixture() {
        return fixture;
    }

    private static final class Fixture implements ProviderFixture {
        private static final String USER = "u0001";

        private final DemoServer server;
        private final Path authority;

        Fixture() {
            try {
                server = DemoServer.start(new ServerOptions().encryption(Encryption.TLS));
                server.add(USER, "right");
                authority = Files.createTempFile("authority", ".pem");
                server.authority().writePem(authority);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public EndpointProvider provider() {
            return new ImapSource();
        }

        private Endpoint endpoint(int port) {
            ImapSettings settings = ImapSettings.of("localhost", Optional.of(port), Security.TLS)
                    .trusting(new Trust.CaFile(authority))
                    .within(Duration.ofSeconds(3), Duration.ofSeconds(3));
            return new Endpoint("test", "imap", settings, EndpointLimits.DEFAULT);
        }

        @Override
        public Endpoint endpoint() {
            return endpoint(server.port());
        }

        @Override
        public Login login() {
            return login("right");
        }

        private static Login login(String password) {
            return new Login(USER, SignIn.password(USER, Secret.of(password)), Optional.empty());
        }

        @Override
        public Optional<Login> wrongLogin() {
            return Optional.of(login(WRONG_PASSWORD));
        }

        @Override
        public Optional<Endpoint> dead() {
            try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Optional.of(endpoint(nobody.getLocalPort()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            Files.deleteIfExists(authority);
        }
    }
}
