package org.mailwain.api.mail;

import java.util.Objects;

/**
 * What a reader wants to remember of a folder to tell later whether it changed. Opaque: only the reader that made it
 * compares two. At most 512 characters, without a secret.
 */
public record FolderState(String value) {
    /** Nothing is remembered: list again. */
    public static final FolderState UNKNOWN = new FolderState("");

    public FolderState {
        if (Objects.requireNonNull(value).length() > 512) {
            throw new IllegalArgumentException("folder state over 512 characters");
        }
    }
}
