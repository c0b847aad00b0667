package org.mailwain.api.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;

/** The directory of one organisation. Used by one thread at a time; every call may ask the network. */
public interface Tenant extends AutoCloseable {
    /**
     * Permissions that the token says it has. Others may have been granted elsewhere: only trying tells.
     *
     * @return empty where the token says nothing of permissions
     */
    Set<String> roles() throws FailureException;

    /** Likewise of another token that the same sign-in gave, such as one for IMAP. */
    Set<String> roles(Secret token);

    /** How the endpoint writes mail into this tenant. */
    Writing writing();

    /** Permissions that writing mailboxes as the endpoint does needs, besides those of this directory. */
    Set<String> rolesToWrite();

    List<TenantUser> users() throws FailureException;

    /** By any name: login or primary address. */
    Optional<TenantUser> user(MailboxAddress name) throws FailureException;

    List<Licence> licences() throws FailureException;

    List<TenantDomain> domains() throws FailureException;

    /**
     * Makes a user who has to change the password at the first sign-in.
     *
     * @param usageLocation two letters of ISO 3166
     */
    TenantUser create(MailboxAddress address, String displayName, String usageLocation, Secret password)
            throws FailureException;

    void usageLocation(TenantUser user, String country) throws FailureException;

    /** Gives a licence; does nothing where the user has it. */
    void license(TenantUser user, Licence licence) throws FailureException;

    /**
     * Bytes that stand in a mailbox, asked without changing anything.
     *
     * @throws FailureException where the mailbox does not answer; its scope is MAILBOX where it is missing or closed
     */
    long used(MailboxAddress mailbox) throws FailureException;

    @Override
    void close();
}
