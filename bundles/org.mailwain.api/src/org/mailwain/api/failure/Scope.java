package org.mailwain.api.failure;

/** How far a failure reaches. Work is skipped at the scope of its failure, and goes on beside it. */
public enum Scope {
    MESSAGE,
    FOLDER,
    MAILBOX,
    ENDPOINT,
    /** The whole run or command: a broken project, a lost ledger, a cancel. */
    RUN
}
