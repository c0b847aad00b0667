package org.mailwain.ui.driver.agent;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which methods may wait: those of the JDK and of libraries that all of our waiting goes through. */
final class Waiting {
    /** Every method of these. */
    private static final Pattern WHOLE = Pattern.compile("java/nio/file/Files"
            + "|java/nio/channels/(FileChannel|SocketChannel|ServerSocketChannel)"
            + "|java/net/(Socket|ServerSocket|InetAddress)"
            + "|java/sql/(DriverManager|Connection|Statement|PreparedStatement|ResultSet)"
            + "|javax/sql/DataSource"
            + "|org/sqlite/SQLiteDataSource"
            + "|org/xbill/DNS/(Lookup|Resolver|SimpleResolver|ExtendedResolver)"
            + "|jakarta/mail/(Store|Folder|Service|Message|UIDFolder)"
            + "|com/microsoft/graph/serviceclient/.*");

    private static final Map<String, Set<String>> SINGLE = Map.ofEntries(
            Map.entry(
                    "java/io/File",
                    Set.of(
                            "exists",
                            "isDirectory",
                            "isFile",
                            "length",
                            "list",
                            "listFiles",
                            "delete",
                            "mkdir",
                            "mkdirs",
                            "lastModified",
                            "renameTo",
                            "createNewFile",
                            "getCanonicalPath")),
            Map.entry("java/io/FileInputStream", Set.of("<init>")),
            Map.entry("java/io/FileOutputStream", Set.of("<init>")),
            Map.entry("java/io/FileReader", Set.of("<init>")),
            Map.entry("java/io/FileWriter", Set.of("<init>")),
            Map.entry("java/io/RandomAccessFile", Set.of("<init>", "read", "readFully", "seek", "length")),
            Map.entry("java/nio/file/Path", Set.of("toRealPath")),
            Map.entry("java/net/URL", Set.of("openStream", "openConnection")),
            Map.entry("java/net/http/HttpClient", Set.of("send")),
            Map.entry("javax/net/SocketFactory", Set.of("createSocket")),
            Map.entry("javax/net/ssl/SSLSocketFactory", Set.of("createSocket")),
            Map.entry("javax/net/ssl/SSLSocket", Set.of("startHandshake")),
            Map.entry("java/lang/ProcessBuilder", Set.of("start")),
            Map.entry("java/lang/Process", Set.of("waitFor")),
            Map.entry("java/lang/Thread", Set.of("sleep", "join")),
            Map.entry("java/lang/Object", Set.of("wait")),
            Map.entry("java/util/concurrent/Future", Set.of("get")),
            Map.entry("java/util/concurrent/FutureTask", Set.of("get")),
            Map.entry("java/util/concurrent/CompletableFuture", Set.of("get", "join")),
            Map.entry("java/util/concurrent/CountDownLatch", Set.of("await")),
            Map.entry("java/util/concurrent/Semaphore", Set.of("acquire")),
            Map.entry("java/util/concurrent/BlockingQueue", Set.of("take", "put")),
            Map.entry("java/util/concurrent/LinkedBlockingQueue", Set.of("take", "put")),
            Map.entry("java/util/concurrent/ArrayBlockingQueue", Set.of("take", "put")),
            Map.entry("java/util/concurrent/ExecutorService", Set.of("awaitTermination", "invokeAll", "invokeAny")),
            Map.entry("java/util/concurrent/locks/Condition", Set.of("await", "awaitNanos", "awaitUntil")),
            Map.entry("org/eclipse/core/runtime/jobs/Job", Set.of("join")),
            Map.entry("org/osgi/service/prefs/Preferences", Set.of("flush", "sync")),
            Map.entry("org/eclipse/core/runtime/preferences/IEclipsePreferences", Set.of("flush", "sync")));

    private Waiting() {}

    /** @param owner with slashes */
    static boolean is(String owner, String method) {
        Set<String> some = SINGLE.get(owner);
        return some == null ? WHOLE.matcher(owner).matches() && !closes(method) : some.contains(method);
    }

    /** What only lets go of something, and waits for nobody. */
    private static boolean closes(String method) {
        return method.equals("close") || method.equals("isOpen") || method.equals("isClosed");
    }
}
