package org.mailwain.engine;

import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;

/**
 * How one target folder compares with the source folders that go into it.
 *
 * @param sources source folders; several where the folder map brings them together
 * @param sourceItems items of the sources that the filters take
 * @param targetItems items that stand in the target folder; -1 where it could not be read
 * @param same items that agree in all that was compared
 * @param differences number of messages by kind; absent means none
 * @param proof what could be compared: the strongest that both sides allow, at most what was asked for
 * @param failure why the folder could not be compared, or null
 */
public record FolderVerdict(
        List<FolderPath> sources,
        FolderPath target,
        long sourceItems,
        long targetItems,
        long same,
        Map<Difference.Kind, Long> differences,
        Proof proof,
        Failure failure) {
    /** From the weakest to the strongest; each tells at least what those before it tell it. */
    public enum Proof {
        NONE,
        IDENTITY,
        /** Identity and exact size. */
        SIZE,
        /** Identity and what the parts of each message decode to, since the target rewrites messages. */
        PARTS,
        CONTENT
    }

    public FolderVerdict {
        sources = List.copyOf(sources);
        differences = Map.copyOf(differences);
    }

    public long of(Difference.Kind kind) {
        return differences.getOrDefault(kind, 0L);
    }

    /** Nothing is missing or altered; what only the target has does no harm, nor what the ledger explains. */
    public boolean good() {
        return failure == null
                && of(Difference.Kind.MISSING) == 0
                && of(Difference.Kind.SIZE) == 0
                && of(Difference.Kind.CONTENT) == 0;
    }
}
