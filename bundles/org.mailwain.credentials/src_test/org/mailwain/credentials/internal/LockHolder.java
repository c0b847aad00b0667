package org.mailwain.credentials.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that holds the lock until it is ended. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(channel.lock().isValid() ? 'h' : 'x');
            out.flush();
            Thread.sleep(60_000);
        }
    }
}
