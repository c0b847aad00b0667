package org.mailwain.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.start.Installation.AreaKey;

class CacheTest {
    private static final AreaKey KEY = new AreaKey("place", "build1");

    @TempDir
    private Path folder;

    private Cache cache;

    @BeforeEach
    void open() {
        cache = new Cache(folder, false);
    }

    @Test
    void theFirstProcessWritesAndTheNextOnesRead() throws IOException {
        try (SealedArea first = cache.sealed("cli", KEY)) {
            assertThat(first.sealed()).isFalse();
            Files.writeString(first.folder().resolve("state"), "worked out");
            first.keep();
        }
        try (SealedArea second = cache.sealed("cli", KEY)) {
            assertThat(second.sealed()).isTrue();
            assertThat(second.folder().resolve("state")).hasContent("worked out");
        }
        assertThat(names()).hasSize(1);
    }

    @Test
    void ofTwoFirstProcessesOneWins() throws IOException {
        Path area = folder.resolve("cli-place-build1");
        SealedArea one = new SealedArea(Files.createDirectory(folder.resolve("one")), area);
        SealedArea other = new SealedArea(Files.createDirectory(folder.resolve("other")), area);
        Files.writeString(one.folder().resolve("state"), "one");
        Files.writeString(other.folder().resolve("state"), "other");
        try (one;
                other) {
            one.keep();
            other.keep();
        }
        assertThat(area.resolve("state")).hasContent("one");
        assertThat(names()).containsExactly("cli-place-build1");
    }

    @Test
    void aStartThatFailedLeavesNothing() throws IOException {
        try (SealedArea failed = cache.sealed("cli", KEY)) {
            Files.writeString(failed.folder().resolve("state"), "half");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void areasOfEarlierBuildsGoAndThoseOfOtherPlacesStay() throws IOException {
        cache.area("window", KEY);
        cache.area("window", new AreaKey("elsewhere", "build1"));
        Files.createDirectory(folder.resolve("window-place-build1.draft-" + Long.MAX_VALUE));
        cache.area("window", new AreaKey("place", "build2"));
        assertThat(names()).containsExactlyInAnyOrder("window-elsewhere-build1", "window-place-build2");
    }

    @Test
    void theDraftOfALivingProcessStays() throws IOException {
        try (SealedArea living = cache.sealed("cli", KEY);
                SealedArea next = cache.sealed("cli", new AreaKey("place", "build2"))) {
            assertThat(living.folder()).exists();
            assertThat(next.folder()).exists();
        }
    }

    @Test
    void aTemporaryOneGoesWithTheProcess() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        try (Cache temporary = new Cache(own, true)) {
            temporary.area("window", KEY);
        }
        assertThat(own).doesNotExist();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
