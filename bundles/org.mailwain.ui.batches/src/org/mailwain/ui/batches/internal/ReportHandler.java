package org.mailwain.ui.batches.internal;

/** Writes the report of the batch and opens it. */
public final class ReportHandler extends BatchHandler {
    @Override
    void work(BatchEditor editor) {
        new ReportWork(editor).write();
    }
}
