package org.mailwain.mail.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;

/** Bodies in memory, within a budget of kilobytes. */
public final class MemoryBodies implements BodyStore {
    private final Semaphore budget;
    private final AtomicLong open = new AtomicLong();

    public MemoryBodies(int kilobytes) {
        budget = new Semaphore(kilobytes);
    }

    /** Bodies that were received and not closed. */
    public long open() {
        return open.get();
    }

    @Override
    public Body receive(InputStream in, long announced) throws IOException {
        int kilobytes = (int) (announced / 1024 + 1);
        budget.acquireUninterruptibly(kilobytes);
        try {
            byte[] bytes = in.readNBytes((int) announced);
            if (in.read() >= 0) {
                throw new IOException("more than announced");
            }
            open.incrementAndGet();
            return new Held(bytes, kilobytes);
        } catch (IOException | RuntimeException e) {
            budget.release(kilobytes);
            throw e;
        }
    }

    private final class Held implements Body {
        private final byte[] bytes;
        private final int kilobytes;
        private boolean closed;

        Held(byte[] bytes, int kilobytes) {
            this.bytes = bytes;
            this.kilobytes = kilobytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
                budget.release(kilobytes);
            }
        }
    }
}
