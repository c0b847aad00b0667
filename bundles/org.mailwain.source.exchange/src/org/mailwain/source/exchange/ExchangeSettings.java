package org.mailwain.source.exchange;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Inline;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.TokenSettings;
import org.mailwain.mail.ImapSettings;

/**
 * How Exchange is reached by IMAP. Labels and help stand in {@code ExchangeSettings.properties} beside it.
 *
 * @param mailFolders names of top folders that hold mail though they are called like a calendar, contacts, tasks, notes
 *     or a journal
 */
public record ExchangeSettings(
        @Inline ImapSettings imap, @Advanced List<String> mailFolders) implements TokenSettings {
    public ExchangeSettings {
        mailFolders = List.copyOf(mailFolders);
    }

    @Override
    public Optional<TokenRequest> tokens() {
        return imap.tokens();
    }
}
