package org.mailwain.api.provider;

import java.time.Instant;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;

/**
 * One message on its way to the target.
 *
 * @param received to be kept as the date of arrival (INTERNALDATE); null lets the server choose
 * @param body owned by the caller, who closes it once the outcome is there
 */
public record AppendItem(AppendKey key, Flags flags, Instant received, Body body) {}
