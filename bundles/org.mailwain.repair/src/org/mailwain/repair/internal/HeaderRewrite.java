package org.mailwain.repair.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;

/** Puts another header before a message and leaves the rest as it is. */
final class HeaderRewrite {
    private HeaderRewrite() {}

    /** Makes another header, or nothing where there is nothing to be mended. */
    @FunctionalInterface
    interface Change {
        Optional<Header> of(Header header) throws IOException;
    }

    /** The header of a message, or empty where it is longer than {@link Header#MOST}. */
    static Optional<Header> header(Letter letter) throws IOException {
        try (InputStream in = letter.body().open();
                PushbackInputStream message = Header.beginning(in)) {
            return Optional.ofNullable(Header.read(message));
        }
    }

    static Optional<Letter> repair(Letter letter, BodyStore bodies, Change change)
            throws IOException, CancelledException {
        try (InputStream in = letter.body().open();
                PushbackInputStream message = Header.beginning(in)) {
            Header header = Header.read(message);
            Optional<Header> better = header == null ? Optional.empty() : change.of(header);
            if (better.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream all = better.get().before(message)) {
                return Optional.of(letter.with(bodies.receive(all, letter.body().size())));
            }
        }
    }
}
