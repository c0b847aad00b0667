package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Records in the order in which they came: the first in memory, many in a file. Used by one thread at a time. */
final class Spill {
    private final Scratch scratch;
    private final long limit;
    private final List<byte[]> held = new ArrayList<>();
    private long bytes;
    private long count;
    private RecordFile rest;

    /** @param limit bytes held in memory */
    Spill(Scratch scratch, long limit) {
        this.scratch = scratch;
        this.limit = limit;
    }

    void add(byte[] entry) throws IOException {
        count++;
        if (rest == null && bytes < limit) {
            held.add(entry);
            bytes += entry.length;
            return;
        }
        if (rest == null) {
            rest = new RecordFile(scratch.file());
        }
        rest.add(entry);
    }

    long count() {
        return count;
    }

    /** From the first; nothing is added any more. */
    Cursor read() throws IOException {
        Iterator<byte[]> first = held.iterator();
        Cursor then = rest == null ? null : rest.read();
        return new Cursor() {
            @Override
            public byte[] next() throws IOException {
                if (first.hasNext()) {
                    return first.next();
                }
                return then == null ? null : then.next();
            }

            @Override
            public void close() throws IOException {
                if (then != null) {
                    then.close();
                }
            }
        };
    }

    void clear() throws IOException {
        if (count == 0) {
            return;
        }
        held.clear();
        bytes = 0;
        count = 0;
        if (rest != null) {
            rest.remove();
            rest = null;
        }
    }
}
