package org.mailwain.credentials.internal.oauth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.credentials.TokenFailure;

/** A key as it is kept: in a file, or in the credential store. */
record KeyText(byte[] bytes, String name) {
    private static final int MOST = 1 << 20;

    /** @param setting of the stored one, for messages */
    static KeyText of(Optional<Path> file, Optional<Secret> stored, String setting) throws FailureException {
        if (stored.isPresent()) {
            return new KeyText(stored.get().utf8(), setting);
        }
        Path path = file.orElseThrow(() -> TokenFailure.KEY_MISSING.raise(setting));
        try {
            if (Files.size(path) > MOST) {
                throw TokenFailure.KEY_UNUSABLE.raise(path, "more than " + MOST + " bytes");
            }
            return new KeyText(Files.readAllBytes(path), path.toString());
        } catch (IOException e) {
            throw new FailureException(TokenFailure.KEY_UNUSABLE.with(path, e), e);
        }
    }

    FailureException unusable(Exception reason) {
        return new FailureException(TokenFailure.KEY_UNUSABLE.with(name, reason.getMessage()), reason);
    }
}
