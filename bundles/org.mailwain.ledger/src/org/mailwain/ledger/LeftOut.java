package org.mailwain.ledger;

import java.util.Objects;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;

/**
 * A source folder that holds items and that no pass goes through.
 *
 * @param items that stood there; -1 where nobody counted
 * @param reason why, as code and arguments
 */
public record LeftOut(FolderPath folder, long items, Failure reason) {
    public LeftOut {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(reason);
    }
}
