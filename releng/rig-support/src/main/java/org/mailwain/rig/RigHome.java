package org.mailwain.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.mailwain.rig.Rig.Result;
import org.mailwain.rig.Rig.Server;

/** The folder and the ports of one rig, and the unpacked servers that all rigs of this machine copy. */
final class RigHome {
    private static final Path SCRIPT = script();

    /** Courier and Cyrus are only unpacked, which takes downloads; once is enough for a machine. */
    private static final Path UNPACKED = Path.of(System.getProperty("java.io.tmpdir"), "mailwain-rig-servers");

    private static final int[] OFFSETS = {110, 143, 993, 995, 1110, 1143, 1993, 1995, 2110, 2143, 2993, 2995, 3143, 3993
    };
    private static final int LOWEST_BASE = 10_000;

    /** Below what the system hands out by itself. */
    private static final int HIGHEST_BASE = 28_000;

    private final Path folder;
    private final int base;

    private RigHome(Path folder, int base) {
        this.folder = folder;
        this.base = base;
    }

    static RigHome create() {
        try {
            Path folder = Files.createTempDirectory("mailwain-rig");
            // The servers' own users go through it.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new RigHome(folder, freeBase());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path script() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path script = at.resolve("releng/rig/rig");
            if (Files.isRegularFile(script)) {
                return script;
            }
        }
        throw new IllegalStateException("releng/rig is not above " + Path.of("").toAbsolutePath());
    }

    private static int freeBase() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST_BASE, HIGHEST_BASE);
            if (isFree(base)) {
                return base;
            }
        }
    }

    private static boolean isFree(int base) {
        for (int offset : OFFSETS) {
            try (ServerSocket probe = new ServerSocket(base + offset, 1, InetAddress.getLoopbackAddress())) {
                probe.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    Path folder() {
        return folder;
    }

    /** Makes the server's programs available. */
    void install(Server server) {
        boolean packaged = server == Server.SOURCE || server == Server.TARGET;
        if (packaged && Files.isExecutable(Path.of("/usr/sbin/dovecot"))) {
            return;
        }
        try {
            Files.createDirectories(UNPACKED);
            Path lock = UNPACKED.resolve("lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (packaged) {
                    good(rig(UNPACKED, List.of("install", "--only-dovecot")));
                } else if (held.isValid() && !Files.exists(UNPACKED.resolve(server.word() + "/unpacked"))) {
                    good(rig(UNPACKED, List.of("install")));
                }
            }
            if (!packaged) {
                Files.createDirectories(folder.resolve(server.word()));
                for (String part : List.of("root", "unpacked")) {
                    good(run(
                            folder,
                            List.of(
                                    "cp",
                                    "-a",
                                    UNPACKED.resolve(server.word())
                                            .resolve(part)
                                            .toString(),
                                    folder.resolve(server.word()).toString())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void good(Result result) {
        if (!result.good()) {
            throw new AssertionError("the rig's servers cannot be had: " + result.output());
        }
    }

    Result call(List<String> command) {
        return rig(folder, command);
    }

    private Result rig(Path home, List<String> command) {
        List<String> line = new ArrayList<>(List.of("python3", SCRIPT.toString()));
        line.addAll(command);
        return run(home, line);
    }

    /** Output goes through a file, since servers inherit a pipe and keep it open. */
    private Result run(Path home, List<String> line) {
        try {
            Path output = Files.createTempFile("mailwain-rig", ".out");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile());
            builder.environment().put("RIG_HOME", home.toString());
            builder.environment().put("RIG_PORT_BASE", String.valueOf(base));
            int exit = builder.start().waitFor();
            String text = Files.readString(output);
            Files.delete(output);
            return new Result(exit, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted in " + line, e);
        }
    }

    void delete() {
        run(Path.of("/"), List.of("rm", "-rf", folder.toString()));
    }
}
