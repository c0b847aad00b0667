package org.mailwain.source.exchange;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What is particular to Exchange by IMAP. */
public enum ExchangeFailure implements FailureCode {
    /** No arguments: the folder is named beside it. */
    CALENDAR("exchange.folder.calendar"),
    CONTACTS("exchange.folder.contacts"),
    TASKS("exchange.folder.tasks"),
    NOTES("exchange.folder.notes"),
    JOURNAL("exchange.folder.journal"),
    /** Reports of Outlook about its own synchronisation. */
    SYNC_ISSUES("exchange.folder.sync"),
    /** What Outlook and Exchange keep for themselves. */
    OUTLOOK("exchange.folder.outlook");

    private final String code;

    ExchangeFailure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Scope scope() {
        return Scope.FOLDER;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
