package org.mailwain.repair.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.repair.RepairFailure;
import org.osgi.service.component.annotations.Component;

/** Leaves NUL bytes out, which no message may hold (RFC 3501 section 4.3, RFC 5322 section 4). */
@Component(service = RepairRule.class)
public final class NulRule extends Refused {
    private static final int BUFFER = 64 * 1024;

    public NulRule() {
        super("nul", 10, "\\bnull?\\b");
    }

    @Override
    public Optional<Failure> flaw(Letter letter, Failure refusal) throws IOException {
        long count = count(letter);
        return count == 0 ? Optional.empty() : Optional.of(RepairFailure.NUL.with(count, words(refusal)));
    }

    private static long count(Letter letter) throws IOException {
        long count = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = letter.body().open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read - without(buffer, 0, read);
            }
        }
        return count;
    }

    /** Moves what is no NUL to the front. @return how many bytes that are */
    private static int without(byte[] bytes, int from, int length) {
        int kept = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != 0) {
                bytes[kept++] = bytes[i];
            }
        }
        return kept - from;
    }

    @Override
    public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies)
            throws IOException, CancelledException {
        return count(letter) == 0 ? Optional.empty() : mended(letter, bodies, Without::new);
    }

    private static final class Without extends FilterInputStream {
        Without(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            while (next == 0) {
                next = in.read();
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int kept = 0;
            while (kept == 0) {
                int read = in.read(bytes, from, length);
                if (read <= 0) {
                    return read;
                }
                kept = without(bytes, from, read);
            }
            return kept;
        }
    }
}
