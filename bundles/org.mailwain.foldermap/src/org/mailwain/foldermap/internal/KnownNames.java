package org.mailwain.foldermap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.mail.SpecialUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What folders are for, by their names; from files, which are read when the first name is asked for: most of what they
 * cost is wasted where servers say it themselves. Thread-safe.
 */
public final class KnownNames {
    private static final Logger LOG = LoggerFactory.getLogger(KnownNames.class);
    private static final int MAX_FILE_CHARACTERS = 4 << 20;

    /**
     * One name.
     *
     * @param who the languages (BCP 47) and mail programs that use it
     * @param rank the lower the commoner
     */
    public record Known(SpecialUse use, String who, int rank) {
        private Known and(Known other) {
            boolean more = other.use == use && !List.of(who.split(", ")).contains(other.who);
            return more ? new Known(use, who + ", " + other.who, rank) : this;
        }
    }

    private final List<URL> files;
    private Map<String, Known> names;

    /** @param files the first that has a name decides; a file that cannot be read is left out and logged */
    public KnownNames(List<URL> files) {
        this.files = List.copyOf(files);
    }

    /** Reads the files if that was not done yet. */
    public synchronized Map<String, Known> load() {
        if (names == null) {
            Map<String, Known> all = new HashMap<>();
            for (URL file : files) {
                try (InputStream in = file.openStream()) {
                    add(in, all);
                } catch (IOException | YAMLException | IllegalArgumentException e) {
                    LOG.warn("folder names left out: {}: {}", file, e.getMessage());
                }
            }
            names = Map.copyOf(all);
        }
        return names;
    }

    private static void add(InputStream in, Map<String, Known> names) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_FILE_CHARACTERS);
        Object file = new Yaml(new SafeConstructor(options)).load(in);
        map(map(file).get("names"))
                .forEach((who, uses) -> map(uses).forEach((use, list) -> {
                    SpecialUse known = SpecialUse.valueOf(String.valueOf(use).toUpperCase(Locale.ROOT));
                    for (Object name : list instanceof List<?> many ? many : List.of()) {
                        Known one = new Known(known, String.valueOf(who), names.size());
                        names.merge(key(String.valueOf(name)), one, Known::and);
                    }
                }));
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("names / who / use / names expected");
    }

    public Optional<Known> of(List<String> path) {
        return Optional.ofNullable(load().get(key(String.join("/", path))));
    }

    /** Letters without case, width and superfluous blanks. */
    private static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return plain.replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return files.size() + " files with names";
    }
}
