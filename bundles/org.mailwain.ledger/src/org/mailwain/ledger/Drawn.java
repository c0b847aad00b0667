package org.mailwain.ledger;

import java.time.Instant;

/** Bytes of messages that a source mailbox gave out. @param hour that they fell into, by its beginning */
public record Drawn(Instant hour, long bytes) {}
