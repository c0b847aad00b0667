package org.example.source.maildir;

import java.nio.file.Path;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.PerRow;
import org.mailwain.api.settings.Required;

/** Where Maildirs are. Labels and help stand in {@code MaildirSettings.properties} beside it. */
public record MaildirSettings(
        @Required Path root, @Default("{user}") @PerRow String mailbox) {
    Path folderOf(String user) {
        return root.resolve(mailbox.replace("{user}", user)).normalize();
    }
}
