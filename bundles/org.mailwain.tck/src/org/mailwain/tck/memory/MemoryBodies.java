package org.mailwain.tck.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;

/** Bodies on the heap, counted, so that a test sees which were not closed. Thread-safe, without a bound. */
public final class MemoryBodies implements BodyStore {
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    @Override
    public Body receive(InputStream in, long announced) throws IOException {
        return counted(in.readAllBytes());
    }

    /** A body that is counted here. */
    public Body counted(byte[] content) {
        open.incrementAndGet();
        received.incrementAndGet();
        bytes.addAndGet(content.length);
        return new HeapBody(content, open::decrementAndGet);
    }

    /** A body that nobody counts. */
    public static Body of(byte[] content) {
        return new HeapBody(content, () -> {});
    }

    /** Bodies that were taken and not closed yet. */
    public long open() {
        return open.get();
    }

    public long received() {
        return received.get();
    }

    /** Sum of all that was taken. */
    public long bytes() {
        return bytes.get();
    }

    private record HeapBody(byte[] content, Runnable release, AtomicBoolean closed) implements Body {
        HeapBody(byte[] content, Runnable release) {
            this(content, release, new AtomicBoolean());
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() throws IOException {
            if (closed.get()) {
                throw new IOException("closed");
            }
            return new ByteArrayInputStream(content);
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                release.run();
            }
        }
    }
}
