package org.mailwain.operations.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.mailwain.api.provider.EndpointLimits;

/** New values of some limits; the others stay. Each value is one that its key {@link LimitKey#allows}. */
public record LimitsChange(Map<LimitKey, Long> values) {
    public LimitsChange {
        values.forEach((key, value) -> {
            if (!key.allows(value)) {
                throw new IllegalArgumentException(key.word() + " " + value);
            }
        });
        values = Map.copyOf(values);
    }

    /** For the control socket: {@code mailboxes=5 source.connections=8}. */
    String line() {
        StringJoiner line = new StringJoiner(" ");
        values.forEach((key, value) -> line.add(key.word() + "=" + value));
        return line.toString();
    }

    /** @return empty where the line is no such change */
    static Optional<LimitsChange> of(String line) {
        Map<LimitKey, Long> values = new EnumMap<>(LimitKey.class);
        try {
            for (String word : line.isBlank() ? new String[0] : line.strip().split(" +")) {
                int equal = word.indexOf('=');
                LimitKey key =
                        LimitKey.of(word.substring(0, Math.max(0, equal))).orElse(null);
                if (key == null) {
                    return Optional.empty();
                }
                values.put(key, Long.parseLong(word.substring(equal + 1)));
            }
            return Optional.of(new LimitsChange(values));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** @param side {@code source} or {@code target} */
    EndpointLimits over(EndpointLimits limits, String side) {
        EndpointLimits changed = limits;
        for (Map.Entry<LimitKey, Long> one : values.entrySet()) {
            changed = one.getKey().isOf(side) ? one.getKey().in(changed, one.getValue()) : changed;
        }
        return changed;
    }
}
