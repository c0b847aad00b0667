package org.mailwain.ui.driver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

    /** Refers to what may wait: of any receiver, of the one that it holds, a constructor, and a method of a class. */
    public static final class Refers implements Runnable {
        @Override
        public void run() {
            try {
                File file = File.createTempFile("weaver", ".txt");
                Function<File, Long> length = File::length;
                Supplier<Boolean> there = file::exists;
                Opens<FileInputStream> opens = FileInputStream::new;
                Sizes sizes = Files::size;
                try (FileInputStream in = opens.of(file)) {
                    long sum = length.apply(file) + sizes.of(file.toPath()) + in.read();
                    if (!there.get() || sum != -1) {
                        throw new AssertionError(sum);
                    }
                }
                Predicate<File> delete = File::delete;
                if (!delete.test(file)) {
                    throw new AssertionError(file);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        public interface Opens<T> {
            T of(File file) throws IOException;
        }

        public interface Sizes {
            long of(Path file) throws IOException;
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
        assertThat(foundIn(Waits.class)).isEmpty();

        UiThreadWatch.watch(Thread.currentThread());
        woven.run();
        assertThat(foundIn(Waits.class))
                .containsExactlyInAnyOrder(
                        "java.nio.file.Files.isDirectory",
                        "java.util.concurrent.FutureTask.get",
                        "java.util.concurrent.CountDownLatch.await");
    }

    @Test
    void referencesAreFoundWhereTheyAreCalled() throws Exception {
        Runnable woven = (Runnable) woven(Refers.class).getConstructor().newInstance();
        UiThreadWatch.watch(Thread.currentThread());
        woven.run();
        assertThat(foundIn(Refers.class))
                .containsExactlyInAnyOrder(
                        "java.io.File.length",
                        "java.io.File.exists",
                        "java.io.FileInputStream.<init>",
                        "java.nio.file.Files.size",
                        "java.io.File.delete");
    }

    /** What was found in the run of a class; what others left there stays. */
    private static List<String> foundIn(Class<?> type) {
        return UiThreadWatch.found().stream()
                .filter(found -> found.contains(type.getName() + ".run"))
                .map(found -> found.split("\n")[0])
                .toList();
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
