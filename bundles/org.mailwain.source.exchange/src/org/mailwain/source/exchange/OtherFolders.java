package org.mailwain.source.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Folder;

/**
 * Folders that Exchange lists by IMAP though they hold no mail. Nothing but their names tells: they stand at the top,
 * named in the language of the mailbox, which no capability says. Immutable.
 */
final class OtherFolders {
    private static final Map<String, ExchangeFailure> KINDS = Map.of(
            "calendar", ExchangeFailure.CALENDAR,
            "contacts", ExchangeFailure.CONTACTS,
            "tasks", ExchangeFailure.TASKS,
            "notes", ExchangeFailure.NOTES,
            "journal", ExchangeFailure.JOURNAL,
            "sync-issues", ExchangeFailure.SYNC_ISSUES,
            "outlook", ExchangeFailure.OUTLOOK);

    private static final Map<String, ExchangeFailure> NAMES = read();

    private final Set<String> mail = new HashSet<>();

    /** @param mailFolders names that hold mail here all the same */
    OtherFolders(List<String> mailFolders) {
        mailFolders.forEach(name -> mail.add(plain(name)));
    }

    /** Why the folder is left out, with all that is below it; empty for mail. */
    private Optional<Failure> reason(Folder folder) {
        String top = plain(folder.path().names().getFirst());
        return mail.contains(top)
                ? Optional.empty()
                : Optional.ofNullable(NAMES.get(top)).map(ExchangeFailure::with);
    }

    /** The folder as it is, with the reason where it is left out. */
    Folder said(Folder folder) {
        return reason(folder).map(folder::leftOut).orElse(folder);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    static Map<String, ExchangeFailure> names() {
        return NAMES;
    }

    private static Map<String, ExchangeFailure> read() {
        Map<String, ExchangeFailure> names = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                OtherFolders.class.getResourceAsStream("other-folders.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] sides = line.split(" = ", 2);
                    for (String name : sides[1].split(" \\| ")) {
                        names.putIfAbsent(plain(name), KINDS.get(sides[0]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(names);
    }
}
