package org.mailwain.target.graph;

import org.mailwain.tck.WriterContract;
import org.mailwain.tck.WriterFixture;

/** Messages made from their parts. */
class JsonContractTest implements WriterContract {
    private final WriterFixture fixture = new GraphFixture(Strategy.JSON, true);

    @Override
    public WriterFixture fixture() {
        return fixture;
    }
}
