package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mailwain.product.ApiSignatures.Exported;

/**
 * Others build upon what we export. What is removed or changed needs a new major version of its package, what is added a
 * new minor one; {@code releng/dev/baseline} then writes down what is so from now on.
 */
class BaselineTest {
    private static final Path BASELINE = Repository.top().resolve("releng/baseline");

    @Test
    void noPackageChangesWithoutItsVersion() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path bundle : Repository.bundles()) {
            ApiSignatures now = ApiSignatures.of(bundle, bundle.resolve("target/classes"));
            Path file = BASELINE.resolve(bundle.getFileName() + ".api");
            ApiSignatures then =
                    Files.exists(file) ? ApiSignatures.read(Files.readAllLines(file)) : ApiSignatures.read(List.of());
            wrong.addAll(faults(then, now));
        }
        assertThat(wrong)
                .as("raise the version in Export-Package, then releng/dev/baseline")
                .isEmpty();
    }

    static List<String> faults(ApiSignatures then, ApiSignatures now) {
        List<String> faults = new ArrayList<>();
        then.packages().forEach((name, before) -> {
            Exported after = now.packages().get(name);
            if (after == null) {
                faults.add(name + " is not exported any more");
                return;
            }
            Set<String> removed = new TreeSet<>(before.lines());
            removed.removeAll(after.lines());
            Set<String> added = new TreeSet<>(after.lines());
            added.removeAll(before.lines());
            if (!removed.isEmpty() && number(after, 0) <= number(before, 0)) {
                faults.add(name + " " + after.version() + " needs a new major version: removed or changed " + removed);
            } else if (!added.isEmpty() && !isMinorHigher(before, after)) {
                faults.add(name + " " + after.version() + " needs a new minor version: added " + added);
            }
        });
        now.packages().forEach((name, after) -> {
            if (after.version().equals("none")) {
                faults.add(name + " has no version");
            } else if (!then.packages().containsKey(name)) {
                faults.add(name + " is new: releng/dev/baseline");
            }
        });
        return faults;
    }

    private static boolean isMinorHigher(Exported before, Exported after) {
        int major = Integer.compare(number(after, 0), number(before, 0));
        return major > 0 || major == 0 && number(after, 1) > number(before, 1);
    }

    private static int number(Exported exported, int at) {
        String[] numbers = exported.version().split("\\.");
        return numbers.length > at && !numbers[at].equals("none") ? Integer.parseInt(numbers[at]) : 0;
    }

    private static ApiSignatures api(String version, String... lines) {
        return new ApiSignatures(Map.of("p", new Exported(version, new TreeSet<>(Set.of(lines)))));
    }

    @Test
    void whatIsAddedNeedsAMinorVersion() {
        assertThat(faults(api("1.0.0", "a"), api("1.0.1", "a", "b"))).hasSize(1);
        assertThat(faults(api("1.0.0", "a"), api("1.1.0", "a", "b"))).isEmpty();
        assertThat(faults(api("1.2.0", "a"), api("2.0.0", "a", "b"))).isEmpty();
        assertThat(faults(api("1.0.0", "a"), api("1.0.0", "a"))).isEmpty();
    }

    @Test
    void whatIsRemovedOrChangedNeedsAMajorVersion() {
        assertThat(faults(api("1.0.0", "a", "b"), api("1.1.0", "a"))).hasSize(1);
        assertThat(faults(api("1.0.0", "a: int"), api("1.1.0", "a: long"))).hasSize(1);
        assertThat(faults(api("1.9.0", "a", "b"), api("2.0.0", "a"))).isEmpty();
        assertThat(faults(api("1.0.0", "a"), new ApiSignatures(Map.of()))).hasSize(1);
    }
}
