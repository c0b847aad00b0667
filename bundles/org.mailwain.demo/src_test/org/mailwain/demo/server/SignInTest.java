package org.mailwain.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static DemoServer server(ServerOptions options) throws IOException {
        DemoServer server = DemoServer.start(options);
        server.add("anna", "secret");
        server.addAdministrator("admin", "more secret");
        return server;
    }

    private static String plain(String as, String user, String password) {
        String response = as + "\0" + user + "\0" + password;
        return Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isTrustedByWhoTrustsItsAuthority() throws Exception {
        try (DemoServer server = server(new ServerOptions())) {
            for (String host : new String[] {"localhost", "127.0.0.1"}) {
                try (Wire wire = Wire.tls(server, host)) {
                    assertThat(wire.line()).startsWith("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN ");
                    assertThat(wire.last("LOGIN anna secret")).startsWith("a OK [CAPABILITY IMAP4rev1 SASL-IR");
                }
            }
        }
    }

    @Test
    void isNotTrustedForAnotherHostNorAfterItsTime() throws Exception {
        try (DemoServer server = server(new ServerOptions().certificateNames("other.example"))) {
            assertThatThrownBy(() -> Wire.tls(server, "localhost")).isInstanceOf(SSLHandshakeException.class);
        }
        try (DemoServer server = server(new ServerOptions().expired())) {
            assertThatThrownBy(() -> Wire.tls(server, "localhost")).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void isNotTrustedByWhoTrustsAnother() throws Exception {
        try (DemoServer server = server(new ServerOptions());
                DemoServer other = server(new ServerOptions().authority(Authority.create()))) {
            assertThat(server.authority().pem()).isNotEqualTo(other.authority().pem());
            assertThatThrownBy(() -> Wire.tls(server, "example.org")).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void letsNobodyInBeforeStartTls() throws Exception {
        try (DemoServer server = server(new ServerOptions().encryption(Encryption.STARTTLS));
                Wire wire = Wire.plain(server)) {
            assertThat(wire.line()).contains(" STARTTLS LOGINDISABLED ").doesNotContain("AUTH=");
            assertThat(wire.last("LOGIN anna secret")).startsWith("a NO [PRIVACYREQUIRED]");
            assertThat(wire.last("STARTTLS")).startsWith("a OK");
            wire.protect(server);
            assertThat(wire.ask("CAPABILITY").getFirst()).contains("AUTH=PLAIN").doesNotContain("STARTTLS");
            assertThat(wire.last("LOGIN anna secret")).startsWith("a OK");
        }
    }

    @Test
    void doesNotTakeCommandsThatCameBeforeTheHandshakeForProtected() throws Exception {
        try (DemoServer server = server(new ServerOptions().encryption(Encryption.STARTTLS));
                Wire wire = Wire.plain(server)) {
            wire.line();
            wire.send("a STARTTLS\r\nb LOGIN anna secret\r\n");
            assertThat(wire.line()).startsWith("a OK");
            assertThat(wire.line()).startsWith("* BYE");
        }
    }

    @Test
    void letsAnAdministratorActForAUser() throws Exception {
        try (DemoServer server = server(new ServerOptions().encryption(Encryption.NONE))) {
            try (Wire wire = Wire.plain(server)) {
                wire.line();
                assertThat(wire.last("AUTHENTICATE PLAIN " + plain("anna", "admin", "more secret")))
                        .startsWith("a OK");
                assertThat(wire.last("LOGIN anna secret")).startsWith("a BAD");
            }
            try (Wire wire = Wire.plain(server)) {
                wire.line();
                assertThat(wire.last("LOGIN \"anna*admin\" \"more secret\"")).startsWith("a OK");
            }
            try (Wire wire = Wire.plain(server)) {
                wire.line();
                assertThat(wire.last("LOGIN admin \"more secret\"")).startsWith("a NO [AUTHENTICATIONFAILED]");
                assertThat(wire.last("LOGIN \"nobody*admin\" \"more secret\"")).startsWith("a NO");
                assertThat(wire.last("LOGIN \"admin*anna\" secret")).startsWith("a NO");
                assertThat(wire.last("LOGIN anna wrong")).startsWith("a NO");
                assertThat(wire.last("LIST \"\" *")).startsWith("a BAD");
                wire.send("a AUTHENTICATE PLAIN\r\n");
                assertThat(wire.line()).startsWith("+");
                wire.send(plain("", "anna", "secret") + "\r\n");
                assertThat(wire.answer("a").getLast()).startsWith("a OK");
            }
        }
    }
}
