package org.mailwain.api.provider;

import java.util.Objects;

/**
 * A source or target as its file describes it.
 *
 * @param name of the file, without {@code .endpoint.yaml}
 * @param settings an instance of the provider's settings record
 */
public record Endpoint(String name, String kind, Record settings, EndpointLimits limits) {
    public Endpoint {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(limits);
    }

    /** The settings as the provider's own type. */
    public <S extends Record> S settings(Class<S> type) {
        return type.cast(settings);
    }
}
