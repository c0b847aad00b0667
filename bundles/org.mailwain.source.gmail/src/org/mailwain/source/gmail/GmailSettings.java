package org.mailwain.source.gmail;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Inline;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.TokenSettings;
import org.mailwain.mail.ImapSettings;

/**
 * How Gmail is reached and what becomes of labels. Labels and help stand in {@code GmailSettings.properties} beside it.
 *
 * @param labels where a message with several labels goes
 * @param priority labels that go first, the first of them first; one covers what is below it. INBOX, then other labels,
 *     then sent mail follow
 * @param keywords whether labels become keywords
 */
public record GmailSettings(
        @Inline ImapSettings imap,
        @Default("one-folder") LabelStrategy labels,
        List<String> priority,
        @Default("true") boolean keywords)
        implements TokenSettings {
    public GmailSettings {
        priority = List.copyOf(priority);
    }

    /** Labels to folders by priority, with keywords. */
    public static GmailSettings of(ImapSettings imap, LabelStrategy labels, String... priority) {
        return new GmailSettings(imap, labels, List.of(priority), true);
    }

    @Override
    public Optional<TokenRequest> tokens() {
        return imap.tokens();
    }
}
