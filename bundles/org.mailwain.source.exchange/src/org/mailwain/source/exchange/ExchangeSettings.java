package org.mailwain.source.exchange;

import java.util.List;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Inline;
import org.mailwain.mail.ImapSettings;

/**
 * How Exchange is reached by IMAP. Labels and help stand in {@code ExchangeSettings.properties} beside it.
 *
 * @param mailFolders names of top folders that hold mail though they are called like a calendar, contacts, tasks, notes
 *     or a journal
 */
public record ExchangeSettings(
        @Inline ImapSettings imap, @Advanced List<String> mailFolders) {
    public ExchangeSettings {
        mailFolders = List.copyOf(mailFolders);
    }
}
