package org.mailwain.cli.internal;

import java.util.function.Supplier;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.operations.ReportOperation.Product;
import org.mailwain.operations.Services;

/** What every verb works with. Services are looked up only by those that need them. */
record CliContext(Terminal terminal, Supplier<Services> lookup, Cancel cancel, Asks asks, Product product) {
    Services services() {
        return lookup.get();
    }
}
