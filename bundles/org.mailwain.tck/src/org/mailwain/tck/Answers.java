package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;

/** Records outcomes; one per item, batches in the order in which they were drawn. */
class Answers implements OutcomeSink {
    private Thread thread;
    private final List<AppendBatch> batches = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Consumer<AppendBatch> answered;

    Answers() {
        this(batch -> {});
    }

    Answers(Consumer<AppendBatch> answered) {
        this.answered = answered;
    }

    @Override
    public void answered(AppendBatch batch, List<Outcome> those) throws FailureException {
        thread = thread == null ? Thread.currentThread() : thread;
        assertThat(Thread.currentThread()).as("thread of the sink").isSameAs(thread);
        assertThat(batches).as("batches answered before").doesNotContain(batch);
        assertThat(those).as("outcomes of batch %d", batch.number()).hasSameSizeAs(batch.items());
        assertThat(those).doesNotContainNull();
        batches.add(batch);
        outcomes.addAll(those);
        answered.accept(batch);
    }

    List<AppendBatch> batches() {
        return batches;
    }

    /** Of all batches, one after the other. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    List<Outcome.Stored> stored() {
        assertThat(outcomes).allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Stored.class));
        return outcomes.stream().map(Outcome.Stored.class::cast).toList();
    }
}
