package org.mailwain.target.graph;

import org.junit.jupiter.api.Test;
import org.mailwain.tck.AppendContract;
import org.mailwain.tck.WriterFixture;

/** The beta's import. */
class ImportContractTest implements AppendContract {
    private final WriterFixture fixture = new GraphFixture(Strategy.IMPORT_MIME, true);

    @Override
    public WriterFixture fixture() {
        return fixture;
    }

    /** The date is lost, which {@code StrategiesTest} shows. */
    @Override
    @Test
    public void datesAndFlagsAreKept() {
        // not with this strategy
    }
}
