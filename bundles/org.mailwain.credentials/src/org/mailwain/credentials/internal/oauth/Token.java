package org.mailwain.credentials.internal.oauth;

import java.time.Instant;
import org.mailwain.api.credentials.Secret;

/** @param end when it stops to be valid */
record Token(Secret secret, Instant end) {}
