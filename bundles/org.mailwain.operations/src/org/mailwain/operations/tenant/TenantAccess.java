package org.mailwain.operations.tenant;

import java.util.Optional;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.tenant.Tenant;
import org.mailwain.api.tenant.TenantProvider;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.OperationFailure;

/** Opens the tenant behind a batch's target, with the token by which its mailboxes are written. */
final class TenantAccess {
    private TenantAccess() {}

    /**
     * @throws FailureException {@link TenantFailure#NO_DIRECTORY} where the target has none, {@link
     *     OperationFailure#NO_ROWS} where nobody could sign in
     */
    static Tenant open(BatchWork work, Cancel cancel) throws FailureException {
        Batch batch = work.batch();
        Optional<TenantProvider> provider =
                work.services().target(batch.target().kind()).tenants();
        if (provider.isEmpty()) {
            throw TenantFailure.NO_DIRECTORY.raise(batch.target().kind());
        } else if (batch.rows().isEmpty()) {
            throw OperationFailure.NO_ROWS.raise(batch.name());
        }
        return provider.get()
                .open(batch.target(), work.targetCredential(batch.rows().getFirst()), cancel);
    }
}
