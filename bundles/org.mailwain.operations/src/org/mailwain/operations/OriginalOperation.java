package org.mailwain.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;

/** Reads originals that a project keeps of messages which the target refused, and makes the repaired message again. */
public final class OriginalOperation {
    /** Bytes of a message that are read; enough for its headers and the beginning of what it says. */
    public static final int MOST = 4 << 20;

    private final Services services;
    private final Path project;

    /** @param project the project's folder */
    public OriginalOperation(Services services, Path project) {
        this.services = services;
        this.project = project.toAbsolutePath().normalize();
    }

    /**
     * @param path as a report names it, relative to the project; not trusted
     * @return the first {@link #MOST} bytes; empty where the project has it no more
     * @throws FailureException {@link OperationFailure#READ}
     */
    public Optional<byte[]> original(String path) throws FailureException {
        Optional<Path> file = inside(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            return Optional.of(in.readNBytes(MOST));
        } catch (IOException e) {
            throw new FailureException(OperationFailure.READ.with(path, e.getMessage()), e);
        }
    }

    private Optional<Path> inside(String path) {
        try {
            Path file = project.resolve(path).normalize();
            boolean plain = file.startsWith(project) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            return plain ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * What rules make of an original: what was sent to the target, but for flags and date.
     *
     * @param rules ids, joined by {@code +} in the order in which they were used
     * @param refusal of the original by the target
     * @return empty where the installation lacks one of the rules, or none finds anything to mend
     */
    public Optional<byte[]> repaired(byte[] original, String rules, Failure refusal) throws FailureException {
        Letter letter = new Letter(new Held(original), Flags.NONE, null);
        Letter now = letter;
        for (String id : rules.split("\\+")) {
            Optional<RepairRule> rule = services.repairs().stream()
                    .filter(some -> some.id().equals(id))
                    .findFirst();
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            try {
                now = rule.get().repair(now, refusal, HOLDING).orElse(now);
            } catch (IOException e) {
                throw new FailureException(OperationFailure.READ.with(id, e.getMessage()), e);
            }
        }
        return now == letter || !(now.body() instanceof Held mended) ? Optional.empty() : Optional.of(mended.bytes());
    }

    private static final BodyStore HOLDING = new BodyStore() {
        @Override
        public Body receive(InputStream in, long announced) throws IOException, CancelledException {
            return new Held(in.readNBytes(2 * MOST));
        }
    };

    /** A message in memory; none is larger than what was read. */
    private record Held(byte[] bytes) implements Body {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {
            // the memory goes with the object
        }
    }
}
