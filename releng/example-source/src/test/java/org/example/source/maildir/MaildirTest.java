package org.example.source.maildir;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ReaderContract;

/** Holds the source against everything that Mailwain expects of one. */
class MaildirTest {
    private MaildirFixture fixture;

    @BeforeEach
    void make(@TempDir Path root) throws IOException {
        fixture = new MaildirFixture(root);
        fixture.create(FolderPath.INBOX);
    }

    @Nested
    class Reading implements ReaderContract {
        @Override
        public MaildirFixture fixture() {
            return fixture;
        }
    }

    @Nested
    class Providing implements ProviderContract {
        @Override
        public MaildirFixture fixture() {
            return fixture;
        }
    }
}
