package org.mailwain.repair.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.repair.RepairFailure;
import org.osgi.service.component.annotations.Component;

/** Makes CR LF of each CR and LF that stands alone (RFC 5322 section 2.3). */
@Component(service = RepairRule.class)
public final class NewlinesRule extends Refused {
    private static final int BUFFER = 64 * 1024;

    public NewlinesRule() {
        super("newlines", 20, "bare (new ?line|line ?feed|lf|cr)|newline");
    }

    @Override
    public Optional<Failure> flaw(Letter letter, Failure refusal) throws IOException {
        long count = count(letter);
        return count == 0 ? Optional.empty() : Optional.of(RepairFailure.NEWLINES.with(count, words(refusal)));
    }

    private static long count(Letter letter) throws IOException {
        try (InputStream in = letter.body().open()) {
            Whole whole = new Whole(in);
            whole.transferTo(OutputStream.nullOutputStream());
            return whole.mended;
        }
    }

    @Override
    public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies)
            throws IOException, CancelledException {
        return count(letter) == 0 ? Optional.empty() : mended(letter, bodies, Whole::new);
    }

    private static final class Whole extends Rewriting {
        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER];
        private boolean afterCr;
        private long mended;

        Whole(InputStream in) {
            this.in = in;
        }

        @Override
        boolean step(ByteArrayOutputStream out) throws IOException {
            int read = in.read(buffer);
            for (int i = 0; i < read; i++) {
                take(buffer[i], out);
            }
            if (read < 0 && afterCr) {
                alone(out);
            }
            return read >= 0;
        }

        private void take(byte b, ByteArrayOutputStream out) {
            boolean paired = afterCr && b == '\n';
            if (afterCr && !paired) {
                alone(out);
            }
            afterCr = b == '\r';
            if (paired) {
                out.write('\r');
                out.write('\n');
            } else if (b == '\n') {
                alone(out);
            } else if (!afterCr) {
                out.write(b);
            }
        }

        private void alone(ByteArrayOutputStream out) {
            out.write('\r');
            out.write('\n');
            mended++;
        }
    }
}
