package org.mailwain.discovery.internal;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

/**
 * Reads Mozilla's autoconfig format (draft-ietf-mailmaint-autoconfig) from anybody: no document type, no entities,
 * bounded in every direction. What it does not know it skips.
 */
final class ConfigReader {
    static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_DEPTH = 12;
    private static final int MAX_SERVERS = 20;
    private static final int MAX_DOMAINS = 500;
    private static final int MAX_TEXT = 1000;

    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> domains = new ArrayList<>();
    private final List<String> exchangers = new ArrayList<>();
    private final List<ClientConfig.Server> servers = new ArrayList<>();
    private Optional<String> enableAt = Optional.empty();
    private boolean forExchangers;
    private Draft draft;

    private ConfigReader() {}

    /** A server while it is read. */
    private static final class Draft {
        private final String type;
        private final boolean bulk;
        private final List<String> authentication = new ArrayList<>();
        private String host = "";
        private String port = "";
        private String socket = "";
        private String login = "%EMAILADDRESS%";

        Draft(String type, boolean bulk) {
            this.type = type;
            this.bulk = bulk;
        }
    }

    /** @throws XMLStreamException for anything that is no such file */
    static ClientConfig read(byte[] xml) throws XMLStreamException {
        if (xml.length > MAX_BYTES) {
            throw new XMLStreamException("too large");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside is read");
        });
        // given bytes, the parser of the JDK writes to standard error what it cannot decode
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(decoded(xml)));
        try {
            return new ConfigReader().read(reader);
        } catch (RuntimeException e) {
            // the parser of the JDK answers some broken input so
            throw new XMLStreamException(e.getMessage(), e);
        } finally {
            reader.close();
        }
    }

    /** UTF-8; where it is not, only names for people can be wrong. */
    private static String decoded(byte[] xml) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(xml, StandardCharsets.ISO_8859_1);
        }
    }

    private ClientConfig read(XMLStreamReader reader) throws XMLStreamException {
        boolean provider = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    begin(reader);
                    provider |= place().equals("clientConfig/emailProvider");
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    characters(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("document type or entity", reader.getLocation());
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        if (!provider) {
            throw new XMLStreamException("no emailProvider");
        }
        return new ClientConfig(domains, exchangers, servers);
    }

    private void begin(XMLStreamReader reader) throws XMLStreamException {
        if (path.size() >= MAX_DEPTH) {
            throw new XMLStreamException("nested too deep", reader.getLocation());
        }
        path.addLast(reader.getLocalName());
        text.setLength(0);
        switch (place()) {
            case "clientConfig/emailProvider/domain" ->
                forExchangers = "mx".equals(reader.getAttributeValue(null, "purpose"));
            case "clientConfig/emailProvider/incomingServer" ->
                draft = new Draft(
                        Optional.ofNullable(reader.getAttributeValue(null, "type"))
                                .orElse(""),
                        "bulk".equals(reader.getAttributeValue(null, "use")));
            case "clientConfig/emailProvider/enable" ->
                enableAt = Optional.ofNullable(reader.getAttributeValue(null, "visiturl"))
                        .filter(url -> url.startsWith("https://") && url.length() <= MAX_TEXT);
            default -> {
                // of no interest
            }
        }
    }

    private String place() {
        return String.join("/", path);
    }

    private void characters(String some) throws XMLStreamException {
        String inner = path.isEmpty() ? "" : path.getLast();
        boolean wanted = draft != null || inner.equals("domain");
        if (wanted && text.length() + some.length() > MAX_TEXT) {
            throw new XMLStreamException("text too long");
        } else if (wanted) {
            text.append(some);
        }
    }

    private void end() throws XMLStreamException {
        String at = place();
        path.removeLast();
        String value = text.toString().strip();
        text.setLength(0);
        if (at.equals("clientConfig/emailProvider/domain")) {
            (forExchangers ? exchangers : domains).add(value.toLowerCase(Locale.ROOT));
            if (domains.size() + exchangers.size() > MAX_DOMAINS) {
                throw new XMLStreamException("too many domains");
            }
        } else if (at.equals("clientConfig/emailProvider/incomingServer")) {
            server().ifPresent(servers::add);
            draft = null;
            if (servers.size() > MAX_SERVERS) {
                throw new XMLStreamException("too many servers");
            }
        } else if (draft != null && at.startsWith("clientConfig/emailProvider/incomingServer/")) {
            keep(at.substring(at.lastIndexOf('/') + 1), value);
        }
    }

    private void keep(String name, String value) {
        switch (name) {
            case "hostname" -> draft.host = value;
            case "port" -> draft.port = value;
            case "socketType" -> draft.socket = value;
            case "username" -> draft.login = value;
            case "authentication" -> draft.authentication.add(value);
            default -> {
                // of no interest
            }
        }
    }

    /** Empty for protocols that we do not speak, and for what cannot be a server. */
    private Optional<ClientConfig.Server> server() {
        Optional<Protocol> protocol = switch (draft.type) {
            case "imap" -> Optional.of(Protocol.IMAP);
            case "pop3" -> Optional.of(Protocol.POP3);
            default -> Optional.empty();
        };
        Optional<Protection> protection = switch (draft.socket) {
            case "SSL" -> Optional.of(Protection.TLS);
            case "STARTTLS" -> Optional.of(Protection.STARTTLS);
            case "plain" -> Optional.of(Protection.NONE);
            default -> Optional.empty();
        };
        if (protocol.isEmpty() || protection.isEmpty() || !draft.port.matches("[1-9]\\d{0,4}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(draft.port);
        if (port > 0xFFFF || draft.host.isEmpty() || draft.login.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClientConfig.Server(
                protocol.get(),
                draft.host,
                port,
                protection.get(),
                draft.login,
                draft.authentication,
                draft.bulk,
                enableAt));
    }
}
