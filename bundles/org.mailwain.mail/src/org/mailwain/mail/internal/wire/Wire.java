package org.mailwain.mail.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.mail.MailFailure;

/**
 * One connection to a server: socket, TLS, compression, limits. Used by one thread at a time; {@link #end} and
 * {@link #close} may be called from any and unblock it.
 */
public final class Wire implements AutoCloseable, Watchdog.Watched {
    private final Address address;
    private final WireLimits limits;
    private final Watchdog watchdog;
    private final Socket socket;
    private final Patience patience;
    private final AtomicReference<Failure> ended = new AtomicReference<>();
    private SocketOption<Boolean> quickAcknowledge;
    private Socket layer;
    private WireInput input;
    private WireOutput output;
    private Inflater inflater;
    private Deflater deflater;

    private Wire(Address address, WireLimits limits, Watchdog watchdog, Socket socket) {
        this.address = address;
        this.limits = limits;
        this.watchdog = watchdog;
        this.socket = socket;
        this.layer = socket;
        this.patience = new Patience(limits);
        this.quickAcknowledge = quickAcknowledge(socket);
    }

    /** Connects to the first of the addresses that answers. */
    static Wire connect(
            Address address, List<InetAddress> candidates, WireLimits limits, Watchdog watchdog, Opening opening)
            throws FailureException {
        FailureException last = null;
        for (InetAddress candidate : candidates) {
            Wire wire = new Wire(address, limits, watchdog, new Socket());
            opening.onCancel(wire);
            try {
                wire.connect(candidate);
                return wire;
            } catch (FailureException e) {
                wire.close();
                last = e;
                if (e instanceof CancelledException) {
                    break;
                }
            }
        }
        throw last == null ? MailFailure.HOST_UNKNOWN.raise(address.host()) : last;
    }

    /** Takes what unblocks the thread that opens connections, each time anew. */
    interface Opening {
        void onCancel(Wire wire);
    }

    private void connect(InetAddress candidate) throws FailureException {
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(candidate, address.port()), (int)
                    Math.min(Integer.MAX_VALUE, limits.connect().toMillis()));
            streams(socket.getInputStream(), socket.getOutputStream());
            watchdog.watch(this);
        } catch (SocketTimeoutException e) {
            throw failure(e, MailFailure.CONNECT_HANGS.with(address, limits.connect()));
        } catch (ConnectException e) {
            throw failure(e, MailFailure.CONNECT_REFUSED.with(address));
        } catch (IOException e) {
            throw failure(e, MailFailure.CONNECT_FAILED.with(address, e.getMessage()));
        }
    }

    private void streams(InputStream in, OutputStream out) {
        input = new WireInput(this, in, patience, limits.line());
        output = new WireOutput(this, out, patience);
    }

    public Address address() {
        return address;
    }

    public WireLimits limits() {
        return limits;
    }

    public WireInput in() {
        return input;
    }

    public WireOutput out() {
        return output;
    }

    public boolean isSecure() {
        return layer instanceof SSLSocket;
    }

    /** Whether the server is on this machine. */
    public boolean isLocal() {
        return socket.getInetAddress().isLoopbackAddress();
    }

    /** The server has greeted: from now on its silences may be longer than a connection may take. */
    public void greeted() {
        patience.silence(limits.silence());
    }

    /**
     * Has what came acknowledged at once. A server that writes small answers one by one without TCP_NODELAY (Courier)
     * sends the next only when the last is acknowledged, for which Linux may take 40 ms.
     */
    void acknowledge() {
        if (quickAcknowledge != null) {
            try {
                socket.setOption(quickAcknowledge, true);
            } catch (IOException | UnsupportedOperationException e) {
                quickAcknowledge = null;
            }
        }
    }

    /** Whether {@link #acknowledge} has an effect on this system. */
    public boolean acknowledges() {
        return quickAcknowledge != null;
    }

    /** An option of Linux alone, which has to be set anew for each wait. */
    @SuppressWarnings("unchecked")
    private static SocketOption<Boolean> quickAcknowledge(Socket socket) {
        for (SocketOption<?> option : socket.supportedOptions()) {
            if (option.name().equals("TCP_QUICKACK") && option.type() == Boolean.class) {
                return (SocketOption<Boolean>) option;
            }
        }
        return null;
    }

    /** Changes to TLS; whatever was received in clear and not read yet is an attack. */
    public SSLSession secure(Tls tls) throws FailureException {
        if (!input.isEmpty()) {
            throw MailFailure.STARTTLS_INJECTED.raise(address);
        }
        patience.waiting(limits.connect());
        try {
            SSLSocket secured = tls.over(socket, address);
            layer = secured;
            streams(secured.getInputStream(), secured.getOutputStream());
            return secured.getSession();
        } catch (IOException e) {
            throw failure(e, tls.reason(e, address));
        } finally {
            patience.over(0);
        }
    }

    /** Everything from now on is deflated, in both directions (RFC 4978). */
    public void compress() throws FailureException {
        if (!input.isEmpty()) {
            throw MailFailure.MALFORMED.raise(address, "COMPRESS");
        }
        try {
            inflater = new Inflater(true);
            deflater = new Deflater(Deflater.BEST_SPEED, true);
            streams(
                    new InflaterInputStream(layer.getInputStream(), inflater, 1 << 14),
                    new DeflaterOutputStream(layer.getOutputStream(), deflater, 1 << 14, true));
        } catch (IOException e) {
            throw failure(e, MailFailure.CONNECTION_LOST.with(address));
        }
    }

    /** Whether bytes of the server's are here already, be they encrypted or compressed. */
    public boolean ready() throws IOException {
        try {
            return !input.isEmpty()
                    || inflater != null && !inflater.needsInput()
                    || socket.getInputStream().available() > 0
                    || isSecure() && layer.getInputStream().available() > 0;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public void look() {
        if (patience.exhausted()) {
            end(MailFailure.CONNECTION_STALLED.with(address, patience.silence()));
        }
    }

    /** Ends the connection now, for this reason unless it has ended already. From any thread. */
    public void end(Failure reason) {
        ended.compareAndSet(null, reason);
        watchdog.leave(this);
        try {
            // the plain socket: closing a TLS socket waits for writers, and may itself write
            socket.close();
        } catch (IOException e) {
            // it is closed as far as we are concerned
            return;
        }
    }

    public void cancel() {
        end(ApiFailure.CANCELLED.with());
    }

    /** The server broke the protocol: the connection cannot be used any more. */
    public WireException broken(MailFailure code, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = address;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        end(code.with(all));
        return new WireException(ended.get(), null);
    }

    /** A read or write failed: for the reason why we ended the connection ourselves, or the network's. */
    WireException lost(Exception cause) {
        end(MailFailure.CONNECTION_LOST.with(address));
        return new WireException(ended.get(), cause);
    }

    private FailureException failure(IOException cause, Failure otherwise) {
        end(otherwise);
        return raised(ended.get(), cause);
    }

    /** What to throw where a stream of this connection threw. */
    public FailureException failure(IOException cause) {
        if (cause instanceof WireException known) {
            return raised(known.failure(), cause);
        }
        return failure(cause, MailFailure.CONNECTION_LOST.with(address));
    }

    private static FailureException raised(Failure failure, IOException cause) {
        return failure.is(ApiFailure.CANCELLED) ? new CancelledException() : new FailureException(failure, cause);
    }

    /** Ends the connection; closing twice is once. */
    @Override
    public void close() {
        end(MailFailure.CONNECTION_LOST.with(address));
    }

    /** Gives back what compression holds outside the heap; by the thread that used the connection, after its end. */
    public void release() {
        if (inflater != null) {
            inflater.end();
            deflater.end();
        }
    }
}
