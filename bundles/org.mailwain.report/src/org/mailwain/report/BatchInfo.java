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
 * @param signer fingerprint of the key that signs the report; empty where nobody does. A word of the report's own: what
 *     it is worth says {@link Seal}.
 */
public record BatchInfo(
        String brand, List<Version> versions, Side source, Side target, Instant started, Instant ended, String signer) {
    public BatchInfo {
        Objects.requireNonNull(brand);
        Objects.requireNonNull(source);
        Objects.requireNonNull(target);
        Objects.requireNonNull(signer);
        versions = List.copyOf(versions);
    }

    /** Of a report that nobody signs. */
    public BatchInfo(String brand, List<Version> versions, Side source, Side target, Instant started, Instant ended) {
        this(brand, versions, source, target, started, ended, "");
    }

    public BatchInfo signedBy(String fingerprint) {
        return new BatchInfo(brand, versions, source, target, started, ended, fingerprint);
    }

    public record Version(String name, String version) {}

    /**
     * @param name the endpoint's name in the project
     * @param address {@code imap.example.org:993}
     */
    public record Side(String name, String address) {}
}
