package org.mailwain.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a report says of a batch besides what the ledger knows. Holds no secret.
 *
 * @param brand the product's name as its users know it
 * @param versions of the product and of what took part, the product's first
 * @param started of the last run, or null
 * @param ended of the last run, or null while it works or where it died
 */
public record BatchInfo(
        String brand, List<Version> versions, Side source, Side target, Instant started, Instant ended) {
    public BatchInfo {
        Objects.requireNonNull(brand);
        Objects.requireNonNull(source);
        Objects.requireNonNull(target);
        versions = List.copyOf(versions);
    }

    public record Version(String name, String version) {}

    /**
     * @param name the endpoint's name in the project
     * @param address {@code imap.example.org:993}
     */
    public record Side(String name, String address) {}
}
