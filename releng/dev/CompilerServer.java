import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.spi.ToolProvider;

/**
 * Compilers that stay warm: releng/dev/quick asks this process instead of starting one for each bundle. It listens on
 * the loopback for whoever knows the word in its file, which the owner alone can read, and ends after an idle while.
 *
 * <p>A request is the word, the tool ({@code javac}, {@code jdeps}, {@code ecj:JAR}) and its arguments, with absolute
 * paths, a line each, and an empty line; the answer is what the tool says, and its exit code on the last line.
 */
public final class CompilerServer {
    private static final int IDLE_MILLIS = 20 * 60_000;
    private static final Semaphore AT_ONCE = new Semaphore(2, true);
    private static final Map<String, Method> ECLIPSE = new ConcurrentHashMap<>();

    private CompilerServer() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(IDLE_MILLIS);
            announce(file, server.getLocalPort() + " " + word + "\n");
            while (true) {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client, word));
            }
        } catch (SocketTimeoutException idle) {
            Files.deleteIfExists(file);
        }
    }

    private static void announce(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(), "compiler", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void serve(Socket client, String word) {
        try (client;
                PrintWriter out = new PrintWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8))) {
            List<String> request = request(client.getInputStream());
            if (request.size() < 2 || !request.getFirst().equals(word)) {
                return;
            }
            int exit;
            AT_ONCE.acquire();
            try {
                exit = run(request.get(1), request.subList(2, request.size()).toArray(String[]::new), out);
            } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
                out.println(e);
                exit = 3;
            } finally {
                AT_ONCE.release();
            }
            out.println();
            out.println(exit);
        } catch (IOException | InterruptedException gone) {
            // nobody waits for the answer any more
        }
    }

    private static List<String> request(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedInputStream buffered = new BufferedInputStream(in);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = buffered.read(); b >= 0; b = buffered.read()) {
            if (b != '\n') {
                bytes.write(b);
                continue;
            }
            if (bytes.size() == 0) {
                return lines;
            }
            lines.add(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
        }
        return lines;
    }

    private static int run(String tool, String[] arguments, PrintWriter out) throws ReflectiveOperationException {
        if (tool.startsWith("ecj:")) {
            Method compile = ECLIPSE.computeIfAbsent(tool.substring(4), CompilerServer::eclipse);
            return (Boolean) compile.invoke(null, arguments, out, out, null) ? 0 : 1;
        }
        return ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments);
    }

    private static Method eclipse(String jar) {
        try {
            URL url = URI.create("file://" + jar).toURL();
            ClassLoader loader = new URLClassLoader(new URL[] {url}, CompilerServer.class.getClassLoader());
            for (Method method : loader.loadClass("org.eclipse.jdt.core.compiler.batch.BatchCompiler").getMethods()) {
                if (method.getName().equals("compile") && method.getParameterTypes()[0].isArray()) {
                    return method;
                }
            }
            throw new IllegalStateException("no compiler in " + jar);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
