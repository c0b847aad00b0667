package org.mailwain.presenters.explorer;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when something in a folder changes from outside. Hidden folders are not watched: a run writes there all the
 * time. The listener is called on a thread of this class, once for all changes of a moment.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long MOMENT_MILLIS = 150;

    /** A report has a page for each mailbox; watches are a scarce good of the system. */
    private static final int MOST_FOLDERS = 500;

    private final WatchService service;
    private final Runnable listener;
    private int watched;

    private FolderWatch(WatchService service, Runnable listener) {
        this.service = service;
        this.listener = listener;
    }

    /** @throws IOException where the folder cannot be read or the system gives no more watches */
    public static FolderWatch start(Path folder, Runnable listener) throws IOException {
        FolderWatch watch = new FolderWatch(folder.getFileSystem().newWatchService(), listener);
        watch.register(folder);
        Thread.ofPlatform().daemon().name("watch " + folder).start(watch::loop);
        return watch;
    }

    private void register(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                if (!each.equals(folder) && !FileEntry.isShown(each)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (watched++ >= MOST_FOLDERS) {
                    return FileVisitResult.TERMINATE;
                }
                each.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException why) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void loop() {
        try {
            while (true) {
                boolean seen = take(service.take());
                WatchKey more = service.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
                while (more != null) {
                    seen |= take(more);
                    more = service.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
                }
                if (seen) {
                    listener.run();
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("watch ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether anything that is shown has changed */
    private boolean take(WatchKey key) {
        boolean seen = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                seen |= FileEntry.isShown(name);
                if (event.kind() == ENTRY_CREATE) {
                    watchIfFolder(((Path) key.watchable()).resolve(name));
                }
            } else {
                seen = true;
            }
        }
        if (!key.reset()) {
            watched--;
        }
        return seen;
    }

    private void watchIfFolder(Path made) {
        if (Files.isDirectory(made) && FileEntry.isShown(made)) {
            try {
                register(made);
            } catch (IOException e) {
                LOG.warn("cannot watch {}", made, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
