package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Records in the order of their bytes; what does not fit into memory goes into sorted runs. For one thread at a time. */
final class SortedEntries {
    private static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;
    /** What the virtual machine takes for an array and a place in a list, roughly. */
    private static final int OVERHEAD = 24;

    private final Scratch scratch;
    private final long limit;
    private final List<RecordFile> runs = new ArrayList<>();
    private List<byte[]> held = new ArrayList<>();
    private long bytes;

    /** @param limit bytes held in memory */
    SortedEntries(Scratch scratch, long limit) {
        this.scratch = scratch;
        this.limit = limit;
    }

    void add(byte[] entry) throws IOException {
        held.add(entry);
        bytes += entry.length + OVERHEAD;
        if (bytes > limit) {
            run();
        }
    }

    private void run() throws IOException {
        held.sort(ORDER);
        try (RecordFile run = new RecordFile(scratch.file())) {
            for (byte[] entry : held) {
                run.add(entry);
            }
            runs.add(run);
        }
        held = new ArrayList<>();
        bytes = 0;
    }

    /** From the smallest; nothing is added any more. */
    Cursor read() throws IOException {
        held.sort(ORDER);
        Merge merge = new Merge();
        try {
            merge.add(memory(held.iterator()));
            for (RecordFile run : runs) {
                merge.add(run.read());
            }
        } catch (IOException e) {
            merge.close();
            throw e;
        }
        return merge;
    }

    private static Cursor memory(Iterator<byte[]> entries) {
        return new Cursor() {
            @Override
            public byte[] next() {
                return entries.hasNext() ? entries.next() : null;
            }

            @Override
            public void close() {
                // holds nothing open
            }
        };
    }

    private static final class Merge implements Cursor {
        private final PriorityQueue<Head> heads = new PriorityQueue<>((a, b) -> ORDER.compare(a.entry(), b.entry()));

        private record Head(byte[] entry, Cursor rest) {}

        void add(Cursor cursor) throws IOException {
            byte[] first = cursor.next();
            if (first != null) {
                heads.add(new Head(first, cursor));
            }
        }

        @Override
        public byte[] next() throws IOException {
            Head smallest = heads.poll();
            if (smallest == null) {
                return null;
            }
            add(smallest.rest());
            return smallest.entry();
        }

        @Override
        public void close() throws IOException {
            for (Head head : heads) {
                head.rest().close();
            }
        }
    }
}
