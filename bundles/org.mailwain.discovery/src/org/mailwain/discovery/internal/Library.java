package org.mailwain.discovery.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Providers that are known without asking anybody: the files {@code autoconfig/*.xml} of all bundles. Immutable. */
final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final Map<String, Entry> byDomain = new HashMap<>();
    private final Map<String, Entry> byExchanger = new HashMap<>();

    /** @param file its name, for people */
    record Entry(String file, ClientConfig config) {}

    /** @param files of several that know a domain the first wins; one that cannot be read is left out */
    Library(List<URL> files) {
        files.forEach(this::add);
    }

    private void add(URL file) {
        try (InputStream in = file.openStream()) {
            ClientConfig config = ConfigReader.read(in.readNBytes(ConfigReader.MAX_BYTES + 1));
            String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
            Entry entry = new Entry(name, config);
            config.domains().forEach(domain -> byDomain.putIfAbsent(domain, entry));
            config.exchangers().forEach(domain -> byExchanger.putIfAbsent(domain, entry));
        } catch (IOException | XMLStreamException e) {
            LOG.warn("{} is left out", file, e);
        }
    }

    Optional<Entry> domain(String domain) {
        return Optional.ofNullable(byDomain.get(domain.toLowerCase(Locale.ROOT)));
    }

    /** By the longest domain at the end of the host's name. */
    Optional<Entry> exchanger(String host) {
        String rest = host.toLowerCase(Locale.ROOT);
        while (!rest.isEmpty()) {
            Entry entry = byExchanger.get(rest);
            if (entry != null) {
                return Optional.of(entry);
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Optional.empty();
    }
}
