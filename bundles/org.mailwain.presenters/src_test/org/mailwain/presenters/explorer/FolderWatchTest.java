package org.mailwain.presenters.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    private static final int LONG_ENOUGH_SECONDS = 20;

    private final Semaphore told = new Semaphore(0);

    @TempDir
    private Path folder;

    @Test
    void tellsOfFilesInFoldersMadeLater() throws IOException, InterruptedException {
        try (FolderWatch watch = FolderWatch.start(folder, told::release)) {
            Path made = Files.createDirectory(folder.resolve("report"));
            assertThat(told.tryAcquire(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
            Files.createFile(made.resolve("index.html"));
            assertThat(told.tryAcquire(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void isSilentAboutHiddenFilesAndAfterItsEnd() throws IOException, InterruptedException {
        Path hidden = Files.createDirectory(folder.resolve(".mailwain"));
        try (FolderWatch watch = FolderWatch.start(folder, told::release)) {
            Files.createFile(hidden.resolve("ledger"));
            Files.createFile(folder.resolve(".draft"));
            assertThat(told.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
            assertThat(watch).isNotNull();
        }
        Files.createFile(folder.resolve("seen"));
        assertThat(told.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
    }
}
