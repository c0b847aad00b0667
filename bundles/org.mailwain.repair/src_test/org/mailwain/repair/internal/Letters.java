package org.mailwain.repair.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.tck.memory.MemoryBodies;

/** Messages for tests, a byte as a character. */
final class Letters {
    static final MemoryBodies BODIES = new MemoryBodies();
    static final Instant RECEIVED = Instant.parse("2020-05-01T10:00:00Z");

    private Letters() {}

    static Failure said(String words) {
        return new Failure("test.refused", Scope.MESSAGE, false, null, List.of(new Argument.Text(words)));
    }

    static Letter letter(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        try {
            Body body = BODIES.receive(new ByteArrayInputStream(bytes), bytes.length);
            return new Letter(body, Flags.NONE, RECEIVED);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Letter letter) {
        try (InputStream in = letter.body().open()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the rule makes of it, or null where it makes nothing of it. The original is seen to stay as it is. */
    static String mend(RepairRule rule, String latin1) {
        Letter before = letter(latin1);
        try {
            Optional<Letter> after = rule.repair(before, said("no"), BODIES);
            if (!text(before).equals(latin1)) {
                throw new AssertionError("the original was changed");
            }
            if (after.isPresent() && rule.flaw(before, said("no")).isEmpty()) {
                throw new AssertionError("mended without a flaw");
            }
            if (after.isPresent()
                    && after.get().body().size() != text(after.get()).length()) {
                throw new AssertionError("size " + after.get().body().size());
            }
            return after.map(Letters::text).orElse(null);
        } catch (IOException | CancelledException e) {
            throw new IllegalStateException(e);
        }
    }
}
