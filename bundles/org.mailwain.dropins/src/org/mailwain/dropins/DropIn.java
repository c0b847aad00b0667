package org.mailwain.dropins;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;

/**
 * One file of {@code dropins}.
 *
 * @param file its name
 * @param bundle symbolic name, empty where it is no bundle
 * @param version of the bundle
 * @param kinds of endpoints that it brings
 * @param failure why it is of no use; empty where it is
 */
public record DropIn(
        String file, Optional<String> bundle, Optional<String> version, List<String> kinds, Optional<Failure> failure) {
    public DropIn {
        kinds = List.copyOf(kinds);
    }
}
