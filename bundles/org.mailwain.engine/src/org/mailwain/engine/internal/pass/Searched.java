package org.mailwain.engine.internal.pass;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;

/**
 * What the server's own search found in each folder. What comes between search and listing is left out by it, and looked
 * at again in the next pass, since the state that is recorded is older than both.
 */
public final class Searched {
    private final Map<FolderPath, Predicate<ItemId>> byFolder;

    private Searched(Map<FolderPath, Predicate<ItemId>> byFolder) {
        this.byFolder = byFolder;
    }

    /**
     * Asks the server, where the filter has a search at all.
     *
     * @throws FailureException {@link EngineFailure#SEARCH} where the server cannot; its refusal of the search's words
     */
    public static Searched of(Job job, Side<MailboxReader> source, Collection<FolderPath> folders)
            throws FailureException {
        if (job.filter().search().isEmpty()) {
            return new Searched(Map.of());
        }
        String criteria = job.filter().search().get();
        Map<FolderPath, Predicate<ItemId>> found = new HashMap<>();
        source.persist(reader -> {
            for (FolderPath folder : folders) {
                if (!found.containsKey(folder)) {
                    found.put(folder, search(job, reader, folder, criteria));
                }
            }
            return null;
        });
        return new Searched(found);
    }

    private static Predicate<ItemId> search(Job job, MailboxReader reader, FolderPath folder, String criteria)
            throws FailureException {
        Optional<Predicate<ItemId>> found = reader.search(folder, criteria);
        return found.orElseThrow(
                () -> EngineFailure.SEARCH.raise(job.batch().source().kind()));
    }

    Predicate<ItemId> in(FolderPath folder) {
        return byFolder.getOrDefault(folder, id -> true);
    }
}
