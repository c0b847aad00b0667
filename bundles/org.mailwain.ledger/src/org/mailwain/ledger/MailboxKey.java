package org.mailwain.ledger;

/**
 * A source mailbox and the target mailbox that it goes to, whatever batch says so. Endpoints by address
 * ({@code imap.example.org:993}), so that renaming a file loses nothing.
 */
public record MailboxKey(String sourceEndpoint, String sourceMailbox, String targetEndpoint, String targetMailbox) {}
