package org.mailwain.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

class ConfigReaderTest {
    static final String GOOD = """
            <?xml version="1.0"?>
            <clientConfig version="1.1">
              <emailProvider id="example.org">
                <domain>Example.org</domain><domain purpose="mx">mx.example.net</domain>
                <displayName>Example &amp; Sons</displayName>
                <enable visiturl="https://example.org/allow"><instruction>x</instruction></enable>
                <incomingServer type="exchange"><hostname>ews.example.org</hostname></incomingServer>
                <incomingServer type="imap">
                  <hostname>imap.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType>
                  <username>%EMAILLOCALPART%</username>
                  <authentication>OAuth2</authentication><authentication>password-cleartext</authentication>
                </incomingServer>
                <incomingServer type="pop3">
                  <hostname> pop.example.org </hostname><port>110</port><socketType>STARTTLS</socketType>
                </incomingServer>
                <incomingServer type="imap"><hostname>x</hostname><port>70000</port><socketType>SSL</socketType></incomingServer>
                <incomingServer type="imap"><hostname>x</hostname><port>993</port><socketType>none</socketType></incomingServer>
                <outgoingServer type="smtp"><hostname>smtp.example.org</hostname><port>465</port></outgoingServer>
              </emailProvider>
            </clientConfig>
            """;

    private static ClientConfig read(String xml) throws XMLStreamException {
        return ConfigReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatWeSpeakAndSkipsTheRest() throws Exception {
        ClientConfig config = read(GOOD);
        assertThat(config.domains()).containsExactly("example.org");
        assertThat(config.exchangers()).containsExactly("mx.example.net");
        assertThat(config.servers()).hasSize(2);
        ClientConfig.Server imap = config.servers().get(0);
        assertThat(imap.protocol()).isEqualTo(Protocol.IMAP);
        assertThat(imap.host()).isEqualTo("imap.%EMAILDOMAIN%");
        assertThat(imap.login()).isEqualTo("%EMAILLOCALPART%");
        assertThat(imap.authentication()).containsExactly("OAuth2", "password-cleartext");
        assertThat(imap.enableAt()).contains("https://example.org/allow");
        ClientConfig.Server pop = config.servers().get(1);
        assertThat(pop.host()).isEqualTo("pop.example.org");
        assertThat(pop.protection()).isEqualTo(Protection.STARTTLS);
        assertThat(pop.login()).isEqualTo("%EMAILADDRESS%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE clientConfig [<!ENTITY a \"b\">]><clientConfig><emailProvider/></clientConfig>",
                "<!DOCTYPE clientConfig SYSTEM \"file:///etc/passwd\"><clientConfig><emailProvider/></clientConfig>",
                "<clientConfig><emailProvider><domain>&unknown;</domain></emailProvider></clientConfig>",
                "<!DOCTYPE c [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><clientConfig><emailProvider>&b;</emailProvider></clientConfig>",
                "<html><body>not found</body></html>",
                "<clientConfig/>",
                "",
                "{\"json\": true}"
            })
    void refusesDocumentTypesEntitiesAndOtherThings(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void isBoundedInEveryDirection() {
        String head = "<clientConfig><emailProvider>";
        assertThatThrownBy(() -> read(head + "<a>".repeat(1000))).hasMessageContaining("deep");
        assertThatThrownBy(() -> read(head + "<domain>" + "a".repeat(2000) + "</domain>"))
                .hasMessageContaining("long");
        assertThatThrownBy(() -> read(head + "<domain>a</domain>".repeat(600))).hasMessageContaining("domains");
        assertThatThrownBy(() -> read(head + " ".repeat(ConfigReader.MAX_BYTES)))
                .hasMessageContaining("large");
        String server =
                "<incomingServer type='imap'><hostname>h</hostname><port>1</port><socketType>SSL</socketType></incomingServer>";
        assertThatThrownBy(() -> read(head + server.repeat(30))).hasMessageContaining("servers");
    }

    @Test
    void readsOtherEncodingsAsFarAsItMatters() throws Exception {
        String other = GOOD.replace("Example &amp; Sons", "S\u00f6hne");
        assertThat(ConfigReader.read(other.getBytes(StandardCharsets.ISO_8859_1))
                        .servers())
                .hasSize(2);
        assertThat(ConfigReader.read(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8))
                        .servers())
                .hasSize(2);
    }

    @Test
    void survivesDamage() {
        Random random = new Random(4711);
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3000; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i <= random.nextInt(5); i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = round % 2 == 0 ? bad : Arrays.copyOf(bad, random.nextInt(bad.length));
            try {
                assertThat(ConfigReader.read(cut).servers().size()).isLessThanOrEqualTo(20);
            } catch (XMLStreamException e) {
                assertThat(e).isNotNull();
            }
        }
    }
}
