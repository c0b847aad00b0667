package org.mailwain.tck;

/**
 * Everything that {@link org.mailwain.api.provider.MailboxWriter} promises, and what it promises as a reader. Used like
 * {@link ReaderContract}.
 */
public interface WriterContract
        extends ReaderContract, EnsureContract, AppendContract, UnknownContract, SettleContract {
    @Override
    WriterFixture fixture();
}
