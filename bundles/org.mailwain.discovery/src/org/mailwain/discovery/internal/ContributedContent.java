package org.mailwain.discovery.internal;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;

/**
 * Files of bundles without Java: the header {@code Mailwain-Content: content/;ranking=10} names a folder. Resolved is
 * enough; a higher ranking comes first, then a lower bundle id.
 */
final class ContributedContent {
    private static final String HEADER = "Mailwain-Content";
    private static final String RANKING = "ranking=";

    private record Contribution(Bundle bundle, String folder, int ranking) {}

    private ContributedContent() {}

    static List<URL> files(Bundle[] bundles, String kind) {
        List<URL> files = new ArrayList<>();
        Arrays.stream(bundles)
                .filter(bundle -> bundle.getState() >= Bundle.RESOLVED
                        && bundle.getHeaders().get(HEADER) != null)
                .map(bundle -> contribution(bundle, bundle.getHeaders().get(HEADER)))
                .sorted(Comparator.comparingInt((Contribution c) -> -c.ranking)
                        .thenComparing(c -> c.bundle.getBundleId()))
                .forEach(contribution -> files.addAll(files(contribution, kind)));
        return files;
    }

    private static Contribution contribution(Bundle bundle, String header) {
        String[] parts = header.split(";");
        int ranking = 0;
        for (String part : parts) {
            String text = part.replace(" ", "");
            if (text.matches(RANKING + "-?\\d{1,9}")) {
                ranking = Integer.parseInt(text.substring(RANKING.length()));
            }
        }
        String folder = parts[0].strip();
        return new Contribution(bundle, folder.endsWith("/") ? folder : folder + "/", ranking);
    }

    /** By name, so that the order does not hang on the archive's. */
    private static List<URL> files(Contribution contribution, String kind) {
        Enumeration<URL> found = contribution.bundle.findEntries(contribution.folder + kind, "*.xml", false);
        List<URL> files = found == null ? new ArrayList<>() : Collections.list(found);
        files.sort(Comparator.comparing(URL::getPath));
        return files;
    }
}
