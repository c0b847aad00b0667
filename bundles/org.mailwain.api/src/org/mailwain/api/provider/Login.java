package org.mailwain.api.provider;

import java.util.Optional;
import org.mailwain.api.signin.SignIn;

/**
 * Who signs in where, for one mailbox.
 *
 * @param mailbox for people and for the ledger: the address or user name of the mailbox that is meant
 * @param signIn what is to be sent
 * @param userRoot the row's UserRoot, for servers that show other mailboxes as shared folders
 */
public record Login(String mailbox, SignIn signIn, Optional<String> userRoot) {}
