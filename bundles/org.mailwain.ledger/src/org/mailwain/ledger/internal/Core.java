package org.mailwain.ledger.internal;

import java.time.Clock;
import org.mailwain.ledger.sql.Database;

/** What all parts of one open ledger share. */
record Core(Database database, Readers readers, Writer writer, Records records, Clock clock) {}
