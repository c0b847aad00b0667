package org.mailwain.target.graph;

import org.junit.jupiter.api.Test;
import org.mailwain.tck.AppendContract;
import org.mailwain.tck.SettleContract;
import org.mailwain.tck.UnknownContract;
import org.mailwain.tck.WriterFixture;

/** MIME made elsewhere and moved. */
class MovedContractTest implements AppendContract, UnknownContract, SettleContract {
    private final WriterFixture fixture = new GraphFixture(Strategy.MIME, false);

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
