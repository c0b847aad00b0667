package org.mailwain.tck;

/**
 * Everything that {@link org.mailwain.api.provider.MailboxReader} promises. A test class implements it and holds a
 * fixture, made anew for each test:
 *
 * <pre>
 * class MaildirReaderTest implements ReaderContract {
 *     private final ReaderFixture fixture = new MaildirFixture();
 *
 *     public ReaderFixture fixture() {
 *         return fixture;
 *     }
 * }
 * </pre>
 */
public interface ReaderContract extends FolderContract, ListContract, FetchContract, ChangeContract, WaitContract {}
