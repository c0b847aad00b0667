package org.mailwain.source.courier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.provider.Login;
import org.mailwain.mail.SharedRoot;

/**
 * Makes of a row's UserRoot ({@code /users/alberta}) the names that the mailbox may have among the shared folders.
 * Courier writes a blank for {@code .} and {@code /} in a user's name, or, with IMAP_SHAREDMUNGENAMES, {@code \:} and
 * {@code \;}.
 */
final class UserRoots implements SharedRoot {
    /** The virtual shared folders of whole accounts; the older {@code shared.} holds single folders. */
    private static final String USUAL = "#shared.";

    private final Optional<String> prefix;

    /** @param prefix empty: as the server tells */
    UserRoots(Optional<String> prefix) {
        this.prefix = prefix;
    }

    @Override
    public List<String> names(Login login, List<String> prefixes) {
        String root = login.userRoot().orElse("").strip();
        if (root.isEmpty()) {
            return List.of();
        }
        if (root.startsWith("#") || prefixes.stream().anyMatch(root::startsWith)) {
            return List.of(withoutEnd(root, '.'));
        }
        Set<String> names = new LinkedHashSet<>();
        for (String each : candidates(prefixes)) {
            for (String user : users(root)) {
                names.add(each + user);
            }
        }
        return List.copyOf(names);
    }

    private List<String> candidates(List<String> prefixes) {
        if (prefix.isPresent()) {
            return List.of(prefix.get());
        }
        List<String> all = new ArrayList<>();
        if (prefixes.isEmpty() || prefixes.contains(USUAL)) {
            all.add(USUAL);
        }
        prefixes.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all;
    }

    /** The user's name in each way that Courier may write it. */
    private static Set<String> users(String root) {
        String path = withoutEnd(root, '/');
        String user = path.startsWith("/users/")
                ? path.substring("/users/".length())
                : path.substring(path.lastIndexOf('/') + 1);
        Set<String> users = new LinkedHashSet<>();
        users.add(user.replace('.', ' ').replace('/', ' '));
        users.add(user.replace("\\", "\\\\").replace(".", "\\:").replace("/", "\\;"));
        return users;
    }

    private static String withoutEnd(String text, char end) {
        return text.length() > 1 && text.charAt(text.length() - 1) == end ? text.substring(0, text.length() - 1) : text;
    }
}
