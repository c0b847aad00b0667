package org.mailwain.project.mailboxes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.settings.Setting;

/** The columns of a mailbox list that have a meaning for every provider. */
public enum MailboxColumn {
    EMAIL_ADDRESS("EmailAddress"),
    USER_NAME("UserName"),
    PASSWORD("Password"),
    USER_ROOT("UserRoot"),
    TARGET_USER_NAME("TargetUserName"),
    TARGET_PASSWORD("TargetPassword"),
    FIRST_NAME("FirstName"),
    LAST_NAME("LastName"),
    DISPLAY_NAME("DisplayName"),
    MATCHED_BY("MatchedBy"),
    INCLUDE("Include"),
    EXCLUDE("Exclude"),
    RECEIVED_AFTER("ReceivedAfter"),
    RECEIVED_BEFORE("ReceivedBefore"),
    MAX_AGE("MaxAge"),
    MAX_ITEM_SIZE("MaxItemSize"),
    MAX_ITEMS("MaxItems"),
    SEEN("Seen"),
    FLAGGED("Flagged"),
    SEARCH("Search"),
    TARGET_ROOT("TargetRoot"),
    PRIORITY("Priority");

    /** Those that Exchange Online takes, in its order; the last may be left out. */
    public static final List<MailboxColumn> EXCHANGE_ONLINE = List.of(EMAIL_ADDRESS, USER_NAME, PASSWORD, USER_ROOT);

    private final String heading;

    MailboxColumn(String heading) {
        this.heading = heading;
    }

    /** As it stands in the first row, letter by letter. */
    public String heading() {
        return heading;
    }

    public boolean isSecret() {
        return this == PASSWORD || this == TARGET_PASSWORD;
    }

    public static Optional<MailboxColumn> of(String heading) {
        return Arrays.stream(values()).filter(c -> c.heading.equals(heading)).findFirst();
    }

    /** The heading of a provider's setting that may be given per row: {@code labelLimit} is {@code LabelLimit}. */
    public static String headingOf(Setting setting) {
        String name = setting.name();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public static List<String> headings() {
        return Arrays.stream(values()).map(MailboxColumn::heading).toList();
    }
}
