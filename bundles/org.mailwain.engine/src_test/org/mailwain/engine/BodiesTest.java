package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.engine.internal.body.Bodies;
import org.mailwain.engine.internal.body.StoredBody;

class BodiesTest {
    private static final int ABOVE = 10_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void keepsBytesAndDigestWhateverIsAnnounced() throws Exception {
        try (Bodies bodies = new Bodies(folder, 1_000_000, ABOVE)) {
            BodyStore store = bodies.forJob(Cancel.NEVER, () -> {});
            for (int length : new int[] {0, 1, 9_999, 10_000, 10_001, 100_000, 300_000}) {
                for (long announced : new long[] {-1, 0, 5, length - 1L, length, length + 1L, 20_000, 250_000}) {
                    byte[] content = bytes(length);
                    Body body = store.receive(new ByteArrayInputStream(content), announced);
                    assertThat(body.size()).isEqualTo(length);
                    try (InputStream in = body.open()) {
                        assertThat(in.readAllBytes()).isEqualTo(content);
                    }
                    assertThat(((StoredBody) body).sha256())
                            .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
                    body.close();
                    body.close();
                    assertThat(bodies.held())
                            .as("held %d %d", length, announced)
                            .isZero();
                    assertThat(bodies.spooled())
                            .as("spooled %d %d", length, announced)
                            .isZero();
                }
            }
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void findsANulWhereverItStands() throws Exception {
        try (Bodies bodies = new Bodies(folder, 1_000_000, ABOVE)) {
            BodyStore store = bodies.forJob(Cancel.NEVER, () -> {});
            for (int length : new int[] {1, 31, 32, 100, 9_999, 100_001}) {
                byte[] content = new byte[length];
                Arrays.fill(content, (byte) 0x80);
                try (Body body = store.receive(new ByteArrayInputStream(content), length)) {
                    assertThat(((StoredBody) body).holdsNul()).isFalse();
                }
                for (int at : new int[] {0, length / 3, length - 1}) {
                    content[at] = 0;
                    try (Body body = store.receive(new ByteArrayInputStream(content), length)) {
                        assertThat(((StoredBody) body).holdsNul())
                                .as("%d of %d", at, length)
                                .isTrue();
                    }
                    content[at] = 1;
                }
            }
        }
    }

    @Test
    void putsLargeMessagesIntoFilesThatOnlyTheOwnerReads() throws Exception {
        try (Bodies bodies = new Bodies(folder.resolve("spool"), 100_000, ABOVE)) {
            Body body =
                    bodies.forJob(Cancel.NEVER, () -> {}).receive(new ByteArrayInputStream(bytes(500_000)), 500_000);
            assertThat(files()).hasSize(1);
            assertThat(Files.getPosixFilePermissions(files().getFirst())).hasSize(2);
            assertThat(Files.getPosixFilePermissions(files().getFirst().getParent()))
                    .hasSize(3);
            assertThat(bodies.held()).isZero();
            body.close();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void waitsForRoomAndTellsWhoHoldsBack() throws Exception {
        try (Bodies bodies = new Bodies(folder, 20_000, ABOVE)) {
            List<Body> held = new ArrayList<>();
            AtomicInteger told = new AtomicInteger();
            BodyStore store = bodies.forJob(Cancel.NEVER, () -> {
                told.incrementAndGet();
                held.forEach(Body::close);
            });
            for (int i = 0; i < 10; i++) {
                held.add(store.receive(new ByteArrayInputStream(bytes(9_000)), 9_000));
                assertThat(bodies.held()).isLessThanOrEqualTo(20_000);
            }
            assertThat(told).hasPositiveValue();
        }
    }

    @Test
    void takesOneThatIsLargerThanTheBudgetAlone() throws Exception {
        try (Bodies bodies = new Bodies(folder, 1_000, ABOVE)) {
            Body body = bodies.forJob(Cancel.NEVER, () -> {}).receive(new ByteArrayInputStream(bytes(9_000)), 9_000);
            assertThat(body.size()).isEqualTo(9_000);
            body.close();
        }
    }

    @Test
    void stopsWaitingAtACancel() throws Exception {
        try (Bodies bodies = new Bodies(folder, 10_000, ABOVE)) {
            CancelSource cancel = new CancelSource();
            BodyStore store = bodies.forJob(cancel, cancel::request);
            store.receive(new ByteArrayInputStream(bytes(9_000)), 9_000);
            assertThatThrownBy(() -> store.receive(new ByteArrayInputStream(bytes(9_000)), 9_000))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void givesEverythingBackWhenTheSourceBreaks() throws Exception {
        try (Bodies bodies = new Bodies(folder, 1_000_000, ABOVE)) {
            for (long announced : new long[] {-1, 5_000, 50_000}) {
                InputStream broken = new InputStream() {
                    private int left = 3_000;

                    @Override
                    public int read() throws IOException {
                        if (--left < 0) {
                            throw new IOException("broken");
                        }
                        return 1;
                    }
                };
                assertThatThrownBy(() -> bodies.forJob(Cancel.NEVER, () -> {}).receive(broken, announced))
                        .isInstanceOf(IOException.class);
                assertThat(bodies.held()).isZero();
                assertThat(bodies.spooled()).isZero();
                assertThat(files()).isEmpty();
            }
        }
    }

    @Test
    void removesWhatIsLeftWhenItCloses() throws Exception {
        Bodies bodies = new Bodies(folder, 1_000_000, ABOVE);
        bodies.forJob(Cancel.NEVER, () -> {}).receive(new ByteArrayInputStream(bytes(50_000)), 50_000);
        bodies.close();
        assertThat(files()).isEmpty();
    }
}
