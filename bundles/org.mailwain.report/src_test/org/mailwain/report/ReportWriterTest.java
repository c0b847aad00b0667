package org.mailwain.report;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.report.fixture.Samples;

class ReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void writes() throws Exception {
        Samples.write(Samples.rich(), folder.resolve("r"));
    }
}
