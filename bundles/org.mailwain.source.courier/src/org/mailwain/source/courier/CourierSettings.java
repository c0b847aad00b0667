package org.mailwain.source.courier;

import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Inline;
import org.mailwain.mail.ImapSettings;

/**
 * How a Courier server is reached. Labels and help stand in {@code CourierSettings.properties} beside it.
 *
 * @param sharedPrefix what stands before a user's name among the shared folders; {@code auto}: as the server tells
 */
public record CourierSettings(
        @Inline ImapSettings imap,
        @Advanced @Default("auto") String sharedPrefix) {}
