package org.mailwain.ledger.sqlite.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;

/**
 * Tells drives of this computer from those of others. SQLite's write-ahead log needs memory shared between processes
 * and locks that hold, which neither network file systems nor folders shared into a virtual machine give.
 */
class Drives {
    private static final Set<String> REMOTE =
            Set.of(("9p acfs afpfs afs beegfs ceph cifs coda davfs davfs2 drvfs gcsfuse gfs2 glusterfs "
                            + "gvfsd-fuse hgfs lustre ncpfs nfs nfs3 nfs4 ocfs2 prl_fs rclone s3fs smb smb2 smb3 smbfs "
                            + "smbnetfs sshfs vboxsf vmhgfs vmhgfs-fuse webdav")
                    .split(" "));
    private static final int NET_SECONDS = 5;

    final void refuseRemote(Path folder) throws FailureException {
        Optional<String> remote;
        try {
            remote = remote(existing(folder.toAbsolutePath()));
        } catch (IOException e) {
            throw new FailureException(LedgerFailure.OPEN.with(folder.toString(), e.toString()), e);
        }
        if (remote.isPresent()) {
            throw LedgerFailure.NETWORK_DRIVE.raise(folder.toString(), remote.get());
        }
    }

    private static Path existing(Path path) throws IOException {
        Path at = path;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at.toRealPath();
    }

    private Optional<String> remote(Path path) throws IOException {
        Path root = path.getRoot();
        if (root != null && root.toString().startsWith("\\\\")) {
            return Optional.of(root.toString());
        }
        String type = type(path);
        if (isRemote(type)) {
            return Optional.of(type);
        }
        return root != null
                        && root.toString().matches("[A-Za-z]:\\\\")
                        && isMapped(root.toString().substring(0, 2))
                ? Optional.of(root.toString())
                : Optional.empty();
    }

    /** The kind of the file system, as the operating system calls it. */
    String type(Path path) throws IOException {
        return Files.getFileStore(path).type();
    }

    static boolean isRemote(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return REMOTE.contains(name.startsWith("fuse.") ? name.substring("fuse.".length()) : name);
    }

    /** A letter that stands for a folder of another computer has the type of the file system over there (Windows). */
    private static boolean isMapped(String letter) throws IOException {
        Path net = Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows"), "System32", "net.exe");
        Process process = new ProcessBuilder(net.toString(), "use", letter)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(NET_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroy();
        }
    }
}
