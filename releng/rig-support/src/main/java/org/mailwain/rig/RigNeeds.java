package org.mailwain.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Where the rig can run: Debian, root, and packages that are there or may be installed. */
final class RigNeeds {
    private RigNeeds() {}

    /** Skips the test, or fails it under {@code MAILWAIN_CI=1}, where something is missing. */
    static void check() {
        String missing = missing();
        if (missing == null) {
            return;
        }
        if (mayInstall()) {
            throw new AssertionError("the rig cannot run: " + missing);
        }
        System.err.println("skipped, since the rig cannot run: " + missing);
        throw new TestAbortedException(missing);
    }

    static boolean mayInstall() {
        return "1".equals(System.getenv("MAILWAIN_CI"));
    }

    private static String missing() {
        if (!Files.exists(Path.of("/etc/debian_version"))) {
            return "this is no Debian";
        }
        if (!isRoot()) {
            return "it needs root";
        }
        if (!Files.isExecutable(Path.of("/usr/bin/python3"))) {
            return "there is no python3";
        }
        if (!mayInstall() && !Files.isExecutable(Path.of("/usr/sbin/dovecot"))) {
            return "its servers are not installed (releng/rig/rig install)";
        }
        return null;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
