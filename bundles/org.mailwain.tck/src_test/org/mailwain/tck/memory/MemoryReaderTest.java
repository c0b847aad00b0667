package org.mailwain.tck.memory;

import org.mailwain.tck.ReaderContract;
import org.mailwain.tck.WriterFixture;

class MemoryReaderTest implements ReaderContract {
    private final WriterFixture fixture = new MemoryFixture(MemoryOptions.IMAP);

    @Override
    public WriterFixture fixture() {
        return fixture;
    }
}
