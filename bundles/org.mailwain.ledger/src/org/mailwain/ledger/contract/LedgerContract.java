package org.mailwain.ledger.contract;

/** All of it. */
public interface LedgerContract
        extends BatchContract,
                MailboxContract,
                EntryContract,
                IntentContract,
                StandingContract,
                NoteContract,
                SourceContract {}
