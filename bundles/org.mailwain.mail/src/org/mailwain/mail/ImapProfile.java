package org.mailwain.mail;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.Traits;

/**
 * What a provider knows of its kind of server beyond the standard.
 *
 * @param items what is told of messages besides
 * @param folders which of the listed folders there are for us
 * @param traits corrects what the capabilities say
 * @param root name on the server of the folder that is the mailbox of this login (a shared folder), if it is not the
 *     personal namespace
 */
public record ImapProfile(
        ItemRules items,
        Predicate<Folder> folders,
        UnaryOperator<Traits> traits,
        Function<Login, Optional<String>> root) {
    /** A server that does what the standard says. */
    public static final ImapProfile PLAIN =
            new ImapProfile(ItemRules.PLAIN, folder -> true, UnaryOperator.identity(), login -> Optional.empty());
}
