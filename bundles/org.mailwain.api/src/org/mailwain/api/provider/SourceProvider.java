package org.mailwain.api.provider;

import org.mailwain.api.failure.FailureException;

/** Opens mailboxes of one kind of server for reading. */
public interface SourceProvider extends EndpointProvider {
    /**
     * Whether the provider reads the mailbox that a row's UserRoot names, as an administrator's shared folder. Where it
     * does not, a row with a UserRoot is refused: it would be the administrator's own mailbox that is read.
     */
    default boolean readsUserRoot() {
        return false;
    }

    /**
     * Stands for what the settings say about which items are listed and where each is kept; where it is another than at
     * the last pass, everything is listed anew.
     */
    default String keeping(Endpoint endpoint) {
        return "";
    }

    /**
     * Bytes of messages that this kind of server gives out for one mailbox in 24 hours before it locks it; -1 unlimited.
     * Counts where the endpoint's limits name no other.
     */
    default long bytesPerDay(Endpoint endpoint) {
        return -1;
    }

    /**
     * Whether a mailbox opens only to somebody who proves who he is. Where it does not (files on a disk), mailbox lists
     * need no Password, and the login's credential is empty.
     */
    default boolean signsIn() {
        return true;
    }

    /** Connects and signs in; blocks within the endpoint's limits. Several sessions may be open on one mailbox. */
    MailboxReader open(Endpoint endpoint, Login login, SessionContext context) throws FailureException;
}
