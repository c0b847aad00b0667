package org.mailwain.demo.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The other end of a conversation, word by word. */
final class Wire implements AutoCloseable {
    private Socket socket;
    private InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static Wire plain(DemoServer server) throws IOException {
        return new Wire(new Socket(server.host(), server.port()));
    }

    static Wire tls(DemoServer server, String host) throws IOException, GeneralSecurityException {
        Socket plain = new Socket(server.host(), server.port());
        return new Wire(protect(plain, server, host));
    }

    /** A client of a server without encryption, signed in as that user with password {@code secret}. */
    static Wire signedIn(DemoServer server, String user) throws IOException {
        Wire wire = plain(server);
        wire.line();
        wire.ask("LOGIN " + user + " secret");
        return wire;
    }

    void protect(DemoServer server) throws IOException, GeneralSecurityException {
        socket = protect(socket, server, "localhost");
        in = new BufferedInputStream(socket.getInputStream());
    }

    private static SSLSocket protect(Socket plain, DemoServer server, String host)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", server.authority().certificate());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, host, server.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException(line.toString());
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /** All lines up to the tagged one, which is the last; literals are lines among others. */
    List<String> answer(String tag) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (!lines.getLast().startsWith(tag + " "));
        return lines;
    }

    List<String> ask(String command) throws IOException {
        send("a " + command + "\r\n");
        return answer("a");
    }

    String last(String command) throws IOException {
        return ask(command).getLast();
    }

    /** Whether the server has ended the connection. */
    boolean isAtEnd() {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
