package org.mailwain.demo.server;

import java.time.OffsetDateTime;
import java.util.Set;

/** A message that is to stand in a folder; as {@link DemoMessage}, before it has a UID. */
public record NewMessage(Set<String> flags, OffsetDateTime received, byte[] bytes, Labelled labelled) {
    public NewMessage {
        flags = DemoMessage.flags(flags);
    }

    public NewMessage(Set<String> flags, OffsetDateTime received, byte[] bytes) {
        this(flags, received, bytes, null);
    }

    public static NewMessage of(byte[] bytes, OffsetDateTime received, String... flags) {
        return new NewMessage(Set.of(flags), received, bytes);
    }
}
