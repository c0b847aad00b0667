package org.mailwain.foldermap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.foldermap.Trees.tree;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.foldermap.internal.FolderMapperComponent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class ContributedNamesTest {
    @TempDir
    private Path folder;

    private final List<Bundle> bundles = new ArrayList<>();

    private void bundle(int state, String header, String use) throws IOException {
        long id = bundles.size();
        Path file = Files.writeString(folder.resolve(id + ".yaml"), "names:\n  x:\n    " + use + ": [Sonderbar]\n");
        Dictionary<String, String> headers = new Hashtable<>();
        if (header != null) {
            headers.put("Mailwain-Content", header);
        }
        bundles.add((Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Bundle.class}, (self, method, arguments) -> {
                    List<URL> files = List.of(file.toUri().toURL());
                    return switch (method.getName()) {
                        case "getState" -> state;
                        case "getHeaders" -> headers;
                        case "getBundleId" -> id;
                        case "findEntries" ->
                            arguments[0].equals("content/folders") ? Collections.enumeration(files) : null;
                        default -> throw new IllegalStateException(method.getName());
                    };
                }));
    }

    private boolean matches(String filter) {
        BundleContext context = (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (self, method, arguments) -> bundles.toArray(Bundle[]::new));
        return new FolderMapperComponent(context).matches(tree("Sonderbar").getFirst(), filter);
    }

    @Test
    void comeFromResolvedBundlesThatSaySo() throws IOException {
        bundle(Bundle.INSTALLED, "content/", "sent");
        bundle(Bundle.ACTIVE, null, "junk");
        bundle(Bundle.RESOLVED, "other/", "archive");
        assertThat(matches("#Sent#") || matches("#Junk#") || matches("#Archive#"))
                .isFalse();
        bundle(Bundle.RESOLVED, "content", "trash");
        assertThat(matches("#Trash#")).isTrue();
    }

    @Test
    void comeFromTheHigherRankingFirst() throws IOException {
        bundle(Bundle.ACTIVE, "content/", "sent");
        bundle(Bundle.RESOLVED, "content/; ranking = 10", "junk");
        bundle(Bundle.RESOLVED, "content/;ranking=-1", "trash");
        assertThat(matches("#Junk#")).isTrue();
        assertThat(matches("#Sent#") || matches("#Trash#")).isFalse();
    }
}
