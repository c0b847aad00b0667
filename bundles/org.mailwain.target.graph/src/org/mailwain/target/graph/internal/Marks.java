package org.mailwain.target.graph.internal;

import com.microsoft.graph.models.FollowupFlag;
import com.microsoft.graph.models.FollowupFlagStatus;
import com.microsoft.graph.models.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.SystemFlag;

/**
 * Flags and keywords as Outlook knows them: read state, follow-up flag, last verb, categories. What is known of a
 * message besides one verb is lost: who replied and forwarded has replied.
 */
final class Marks {
    private static final int REPLIED = 102;
    private static final int REPLIED_TO_ALL = 103;
    private static final int FORWARDED = 104;
    private static final int DELETED = 8;
    private static final int MOST = 250;
    /** Words of programs among themselves, which nobody wants to see as a category. */
    private static final Set<String> TECHNICAL = Set.of(
            "$mdnsent",
            "$junk",
            "$notjunk",
            "junk",
            "notjunk",
            "nonjunk",
            "$phishing",
            "$submitpending",
            "$submitted",
            "$hasattachment",
            "$hasnoattachment",
            "$forwarded",
            "forwarded",
            "$important");

    private Marks() {}

    static boolean important(Flags flags) {
        return flags.keywords().contains("$Important");
    }

    static List<String> categories(Flags flags) {
        List<String> all = new ArrayList<>();
        for (String keyword : flags.keywords()) {
            boolean fits = !keyword.isBlank() && keyword.length() <= 255 && all.size() < MOST;
            if (fits && !TECHNICAL.contains(keyword.toLowerCase(Locale.ROOT))) {
                all.add(keyword);
            }
        }
        return all;
    }

    static FollowupFlag followUp(Flags flags) {
        FollowupFlag flag = new FollowupFlag();
        flag.setFlagStatus(flags.has(SystemFlag.FLAGGED) ? FollowupFlagStatus.Flagged : FollowupFlagStatus.NotFlagged);
        return flag;
    }

    /** 0 for none. */
    static int verb(Flags flags) {
        if (flags.has(SystemFlag.ANSWERED)) {
            return REPLIED;
        }
        return flags.keywords().contains("$Forwarded") || flags.keywords().contains("Forwarded") ? FORWARDED : 0;
    }

    static Flags of(Message message) {
        Set<SystemFlag> system = EnumSet.noneOf(SystemFlag.class);
        List<String> keywords = new ArrayList<>();
        if (Boolean.TRUE.equals(message.getIsRead())) {
            system.add(SystemFlag.SEEN);
        }
        if (Boolean.TRUE.equals(message.getIsDraft())) {
            system.add(SystemFlag.DRAFT);
        }
        FollowupFlag flag = message.getFlag();
        if (flag != null && flag.getFlagStatus() == FollowupFlagStatus.Flagged) {
            system.add(SystemFlag.FLAGGED);
        }
        if ((Properties.number(message, Properties.STATUS) & DELETED) != 0) {
            system.add(SystemFlag.DELETED);
        }
        switch (Properties.number(message, Properties.VERB)) {
            case REPLIED, REPLIED_TO_ALL -> system.add(SystemFlag.ANSWERED);
            case FORWARDED -> keywords.add("$Forwarded");
            default -> {
                // nobody did anything with it
            }
        }
        if (message.getCategories() != null) {
            keywords.addAll(message.getCategories());
        }
        return Flags.of(system, keywords);
    }
}
