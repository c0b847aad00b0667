package org.mailwain.source.courier;

import java.util.Optional;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Inline;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.TokenSettings;
import org.mailwain.mail.ImapSettings;

/**
 * How a Courier server is reached. Labels and help stand in {@code CourierSettings.properties} beside it.
 *
 * @param sharedPrefix what stands before a user's name among the shared folders; {@code auto}: as the server tells
 */
public record CourierSettings(
        @Inline ImapSettings imap,
        @Advanced @Default("auto") String sharedPrefix) implements TokenSettings {
    @Override
    public Optional<TokenRequest> tokens() {
        return imap.tokens();
    }
}
