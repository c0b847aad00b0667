package org.mailwain.api.provider;

import java.time.Clock;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;

/** What a session gets from whoever opens it. */
public record SessionContext(Cancel cancel, BodyStore bodies, LimitLease limits, Asks asks, Clock clock) {}
