package org.mailwain.operations.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A Unix-domain socket through which a run is told what to do: a line goes in, a line comes back. The paths of such
 * sockets are short (about 100 bytes), so where a project lies deep the socket stands in the temporary folder and a
 * file {@code control} says where.
 */
public final class ControlSocket implements AutoCloseable {
    private static final int LONGEST_PATH = 90;

    private final ServerSocketChannel server;
    private final Path path;
    private final Path pointer;

    private ControlSocket(ServerSocketChannel server, Path path, Path pointer) {
        this.server = server;
        this.path = path;
        this.pointer = pointer;
    }

    /** @param answers turns a line into the answer; called on a thread of the socket, one line at a time */
    public static ControlSocket open(RunFolder run, UnaryOperator<String> answers) throws IOException {
        Path pointer = run.folder().resolve("control");
        Path path = run.folder().resolve("control.sock").toAbsolutePath();
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            path = Files.createTempDirectory("mailwain").resolve("control.sock");
        }
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        if (Files.getFileStore(path.getParent()).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(pointer, path.toString());
        ControlSocket socket = new ControlSocket(server, path, pointer);
        Thread.ofVirtual().name("control").start(() -> socket.serve(answers));
        return socket;
    }

    /** Sends a line to the run and returns its answer; empty where no run listens. */
    public static Optional<String> send(RunFolder run, String line) {
        try {
            Path path = Path.of(Files.readString(run.folder().resolve("control")));
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
                channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
                return Optional.ofNullable(reader(channel).readLine());
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }

    private void serve(UnaryOperator<String> answers) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                String line = reader(channel).readLine();
                if (line != null) {
                    channel.write(ByteBuffer.wrap((answers.apply(line) + "\n").getBytes(StandardCharsets.UTF_8)));
                }
            } catch (IOException leftOrClosed) {
                // the other side went away, or the run ends: the loop's condition tells which
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(pointer);
    }
}
