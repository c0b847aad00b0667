package org.mailwain.discovery.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

/** Connects, makes the TLS handshake with the host's name, and reads the greeting. Sends nothing about anybody. */
final class TlsDoor implements Door {
    private static final int MAX_LINE = 2048;
    private static final int MAX_ADDRESSES = 3;

    private final X509ExtendedTrustManager trust;
    private final Duration limit;

    /** @param trust null for what the machine trusts; @param limit for each of: connection, handshake, greeting */
    TlsDoor(X509ExtendedTrustManager trust, Duration limit) {
        this.trust = trust;
        this.limit = limit;
    }

    @Override
    public Attempt knock(Protocol protocol, String host, int port, Protection protection) {
        Witness witness;
        try {
            witness = new Witness(trust == null ? Witness.machine() : trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no trust manager", e);
        }
        boolean connected = false;
        try (Socket socket = connect(host, port)) {
            connected = true;
            socket.setSoTimeout((int) limit.toMillis());
            return protection == Protection.TLS
                    ? overTls(socket, protocol, host, port, witness)
                    : inClear(socket, protocol, host, port, protection, witness);
        } catch (SSLException e) {
            Attempt.State state =
                    witness.hasRefused() ? Attempt.State.CERTIFICATE_REFUSED : Attempt.State.OTHER_SERVICE;
            return new Attempt(state, witness.certificate(), words(e));
        } catch (IOException e) {
            // whoever hangs up is there
            boolean there = connected && !(e instanceof SocketTimeoutException);
            Attempt.State state = there ? Attempt.State.OTHER_SERVICE : Attempt.State.SILENT;
            return new Attempt(state, witness.certificate(), words(e));
        }
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Socket connect(String host, int port) throws IOException {
        IOException last = null;
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (int i = 0; i < Math.min(addresses.length, MAX_ADDRESSES); i++) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(addresses[i], port), (int) limit.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last == null ? new IOException(host) : last;
    }

    private Attempt overTls(Socket socket, Protocol protocol, String host, int port, Witness witness)
            throws IOException {
        try (SSLSocket secure = handshake(socket, host, port, witness)) {
            return greeting(line(secure.getInputStream()), protocol, Attempt.State.ANSWERS, witness);
        }
    }

    private Attempt inClear(
            Socket socket, Protocol protocol, String host, int port, Protection protection, Witness witness)
            throws IOException {
        InputStream in = socket.getInputStream();
        Attempt clear = greeting(line(in), protocol, Attempt.State.CLEAR_TEXT, witness);
        if (protection == Protection.NONE || clear.state() != Attempt.State.CLEAR_TEXT) {
            return clear;
        }
        boolean imap = protocol == Protocol.IMAP;
        socket.getOutputStream().write((imap ? "a STARTTLS\r\n" : "STLS\r\n").getBytes(StandardCharsets.US_ASCII));
        String answer = line(in);
        // words behind the answer were put there by somebody on the line
        if (!answer.startsWith(imap ? "a OK" : "+OK") || in.available() > 0) {
            return new Attempt(Attempt.State.OTHER_SERVICE, Optional.empty(), answer);
        }
        try (SSLSocket secure = handshake(socket, host, port, witness)) {
            return new Attempt(Attempt.State.ANSWERS, witness.certificate(), clear.said());
        }
    }

    private static Attempt greeting(String line, Protocol protocol, Attempt.State good, Witness witness) {
        boolean known = protocol == Protocol.IMAP
                ? line.startsWith("* OK") || line.startsWith("* PREAUTH") || line.startsWith("* BYE")
                : line.startsWith("+OK");
        return new Attempt(known ? good : Attempt.State.OTHER_SERVICE, witness.certificate(), line);
    }

    private SSLSocket handshake(Socket socket, String host, int port, Witness witness) throws IOException {
        SSLSocket secure = (SSLSocket) witness.context().getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** One line without its end; a slow server has the same time for the whole line as another for a byte. */
    private String line(InputStream in) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        StringBuilder line = new StringBuilder();
        while (line.length() < MAX_LINE) {
            int c = in.read();
            if (c < 0 && line.isEmpty()) {
                throw new IOException("no greeting");
            } else if (c < 0 || c == '\n') {
                break;
            } else if (System.nanoTime() > end) {
                throw new SocketTimeoutException("no greeting in time");
            } else if (c != '\r') {
                line.append(c < ' ' || c > '~' ? '?' : (char) c);
            }
        }
        return line.toString();
    }
}
