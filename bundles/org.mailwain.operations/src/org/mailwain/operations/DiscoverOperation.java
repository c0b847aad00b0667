package org.mailwain.operations;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;
import org.mailwain.discovery.Discovered;
import org.mailwain.discovery.Discovery;

/** Finds the servers of a mail address, without a project and without signing in. */
public final class DiscoverOperation {
    private final Services services;
    private final String address;
    private final Discovery.Wish wish;

    public DiscoverOperation(Services services, String address, Discovery.Wish wish) {
        this.services = services;
        this.address = address;
        this.wish = wish;
    }

    /** @throws FailureException {@link OperationFailure#NO_ADDRESS}, or as {@link Discovery#discover} says */
    public Discovered discover(Cancel cancel) throws FailureException {
        MailboxAddress wanted =
                MailboxAddress.of(address.strip()).orElseThrow(() -> OperationFailure.NO_ADDRESS.raise(address));
        return services.discovery().discover(wanted, wish, cancel);
    }
}
