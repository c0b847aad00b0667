package org.mailwain.mail.internal.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What goes to a server, buffered; each write to the socket has a limit. Confined to the connection's thread. */
public final class WireOutput extends OutputStream {
    private static final int BUFFER = 1 << 16;

    private final Wire wire;
    private final OutputStream out;
    private final Patience patience;
    private final byte[] buffer = new byte[BUFFER];
    private int used;
    /** Whether something was handed on that may rest in the compressor. */
    private boolean resting;

    WireOutput(Wire wire, OutputStream out, Patience patience) {
        this.wire = wire;
        this.out = out;
        this.patience = patience;
    }

    /** Text of characters below 256. */
    public WireOutput ascii(String text) throws IOException {
        if (text.length() > buffer.length - used) {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            for (int i = 0; i < text.length(); i++) {
                buffer[used++] = (byte) text.charAt(i);
            }
        }
        return this;
    }

    @Override
    public void write(int b) throws IOException {
        if (used == buffer.length) {
            send(false);
        }
        buffer[used++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (used == buffer.length) {
                send(false);
            }
            int count = Math.min(left, buffer.length - used);
            System.arraycopy(bytes, from, buffer, used, count);
            used += count;
            from += count;
            left -= count;
        }
    }

    /** Sends what is buffered, if anything is. */
    @Override
    public void flush() throws IOException {
        if (used > 0 || resting) {
            send(true);
        }
    }

    private void send(boolean flush) throws IOException {
        patience.waiting(patience.silence());
        try {
            out.write(buffer, 0, used);
            if (flush) {
                out.flush();
            }
            used = 0;
            resting = !flush;
        } catch (IOException | RuntimeException e) {
            throw wire.lost(e);
        } finally {
            patience.over(0);
        }
    }
}
