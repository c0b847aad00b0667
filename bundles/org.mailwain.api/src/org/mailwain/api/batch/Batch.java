package org.mailwain.api.batch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.provider.Endpoint;

/**
 * A mailbox list between two endpoints, as its files describe it, complete and checked.
 *
 * @param deletions what left the source stays on the target where this is empty
 */
public record Batch(
        String name,
        Endpoint source,
        Endpoint target,
        SignInChoice sourceSignIn,
        SignInChoice targetSignIn,
        FolderRules folders,
        Filter filter,
        Follow flags,
        Optional<Deletions> deletions,
        BatchLimits limits,
        List<String> repairs,
        List<MailboxRow> rows) {
    public Batch {
        Objects.requireNonNull(name);
        repairs = List.copyOf(repairs);
        rows = List.copyOf(rows);
    }
}
