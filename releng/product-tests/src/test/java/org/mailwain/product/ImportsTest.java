package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Bundles import what {@code releng/imports.txt} lets them, and their manifests say what their classes use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsTest {
    private final Map<String, Allowed> allowed = Allowed.read();

    @Test
    void everyBundleHasALineAndEveryLineABundle() {
        assertThat(Repository.bundles().stream().map(BundleImports::shortName))
                .containsExactlyInAnyOrderElementsOf(allowed.keySet());
    }

    @Test
    void manifestsImportWhatIsAllowed() {
        List<String> wrong = new ArrayList<>();
        for (Path folder : Repository.bundles()) {
            BundleImports bundle = BundleImports.of(folder);
            Allowed may = allowed.get(bundle.name());
            for (String named : bundle.named()) {
                if (!may.allows(named)) {
                    wrong.add(bundle.name() + " imports " + named);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Libraries name much that they never use; whether what they export links is a test of its own. */
    @Test
    void classesUseWhatTheirManifestImports() {
        List<String> wrong = new ArrayList<>();
        for (Path folder : Repository.bundles()) {
            BundleImports bundle = BundleImports.of(folder);
            if (bundle.name().startsWith("lib.")) {
                continue;
            }
            Set<String> used = bundle.used();
            used.removeIf(bundle::provides);
            used.forEach(name -> wrong.add(bundle.name() + " uses " + name));
        }
        assertThat(wrong).isEmpty();
    }
}
