package org.mailwain.ui.driver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailwain.ui.driver.watch.UiThreadWatch;

/** What is woven asks before each call that may wait, and does what it did. */
class WeaverTest {
    /** Waits in three ways, and once in none. */
    public static final class Waits implements Runnable {
        @Override
        public void run() {
            Path here = Path.of(".").toAbsolutePath();
            if (!Files.isDirectory(here)) {
                throw new AssertionError(here);
            }
            try {
                FutureTask<String> done = new FutureTask<>(() -> "done");
                done.run();
                done.get();
                CountDownLatch none = new CountDownLatch(0);
                none.await();
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                throw new AssertionError(e);
            }
        }
    }

    @AfterEach
    void nobodyWatches() {
        UiThreadWatch.watch(null);
    }

    @Test
    void whatMayWaitIsFoundOnTheWatchedThreadAlone() throws Exception {
        Runnable woven = (Runnable) woven(Waits.class).getConstructor().newInstance();
        long before = UiThreadWatch.passed();
        Thread other = new Thread(woven);
        other.start();
        other.join();
        assertThat(UiThreadWatch.passed()).isEqualTo(before + 3);
        assertThat(UiThreadWatch.found()).isEmpty();

        UiThreadWatch.watch(Thread.currentThread());
        woven.run();
        assertThat(UiThreadWatch.found().stream().map(found -> found.split("\n")[0]))
                .containsExactlyInAnyOrder(
                        "java.nio.file.Files.isDirectory",
                        "java.util.concurrent.FutureTask.get",
                        "java.util.concurrent.CountDownLatch.await");
        assertThat(UiThreadWatch.found()).allMatch(found -> found.contains("Waits.run"));
    }

    private static Class<?> woven(Class<?> type) throws Exception {
        String file = type.getName().replace('.', '/') + ".class";
        byte[] bytes;
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            bytes = Weaver.weave(in.readAllBytes());
        }
        return new ClassLoader(type.getClassLoader()) {
            Class<?> define() {
                return defineClass(type.getName(), bytes, 0, bytes.length);
            }
        }.define();
    }
}
