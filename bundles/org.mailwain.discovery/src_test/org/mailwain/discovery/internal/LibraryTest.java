package org.mailwain.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailwain.discovery.Protection;

class LibraryTest {
    private static final Path FOLDER = Path.of("resources/content/autoconfig");

    static Library builtIn() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return new Library(files.sorted().map(LibraryTest::url).toList());
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com,imap.gmail.com,pop.gmail.com",
        "hotmail.com,outlook.office365.com,outlook.office365.com",
        "yahoo.de,imap.mail.yahoo.com,pop.mail.yahoo.com",
        "aol.com,imap.aol.com,pop.aol.com",
        "icloud.com,imap.mail.me.com,",
        "gmx.de,imap.gmx.net,pop.gmx.net",
        "gmx.com,imap.gmx.com,pop.gmx.com",
        "zoho.com,imap.zoho.com,pop.zoho.com",
        "Fastmail.com,imap.fastmail.com,",
    })
    void knowsTheGreatProviders(String domain, String imap, String pop) throws Exception {
        List<ClientConfig.Server> servers =
                builtIn().domain(domain).orElseThrow().config().servers();
        assertThat(servers.get(0).host()).isEqualTo(imap);
        assertThat(servers).allMatch(server -> server.protection() == Protection.TLS);
        assertThat(servers.stream().map(ClientConfig.Server::host).anyMatch(host -> host.equals(pop)))
                .isEqualTo(pop != null);
    }

    @Test
    void knowsWhoSignsInHow() throws Exception {
        Library library = builtIn();
        assertThat(library.domain("me.com")
                        .orElseThrow()
                        .config()
                        .servers()
                        .get(0)
                        .login())
                .isEqualTo("%EMAILLOCALPART%");
        assertThat(library.domain("yahoo.com").orElseThrow().config().servers())
                .anyMatch(server -> server.bulk() && server.host().equals("export.imap.mail.yahoo.com"));
    }

    @Test
    void findsProvidersByTheirExchangers() throws Exception {
        Library library = builtIn();
        assertThat(library.exchanger("contoso-com.mail.protection.outlook.com")
                        .orElseThrow()
                        .file())
                .isEqualTo("microsoft365.xml");
        assertThat(library.exchanger("contoso-com.e-v1.mx.microsoft")
                        .orElseThrow()
                        .file())
                .isEqualTo("microsoft365.xml");
        assertThat(library.exchanger("ASPMX.L.GOOGLE.COM").orElseThrow().file()).isEqualTo("gmail.xml");
        assertThat(library.exchanger("mx.notgoogle.com")).isEmpty();
    }

    @Test
    void everyDomainStandsInOneFile() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> domains =
                    files.flatMap(file -> read(file).domains().stream()).toList();
            assertThat(domains).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        }
    }

    private static ClientConfig read(Path file) {
        try {
            return ConfigReader.read(Files.readAllBytes(file));
        } catch (Exception e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void aFileThatCannotBeReadIsLeftOut() throws Exception {
        Path bad = Files.createTempFile("bad", ".xml");
        Files.writeString(bad, "<clientConfig>");
        Library library = new Library(List.of(url(bad), url(FOLDER.resolve("gmail.xml"))));
        assertThat(library.domain("gmail.com")).isPresent();
        Files.delete(bad);
    }
}
