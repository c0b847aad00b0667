package org.mailwain.mail;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.provider.Traits;

/**
 * What a provider knows of its kind of server beyond the standard.
 *
 * @param items what is told of messages besides
 * @param folders what is known of a listed folder besides: its use, or why it holds nothing for us
 * @param traits corrects what the capabilities say
 * @param root where the mailbox of a login is, if it is not the personal namespace
 * @param needs capabilities without which the server is of another kind
 * @param remarks what a person should know before a migration, from the folders listed
 */
public record ImapProfile(
        ItemRules items,
        UnaryOperator<Folder> folders,
        UnaryOperator<Traits> traits,
        SharedRoot root,
        Set<String> needs,
        BiFunction<ServerWords, List<Folder>, List<Failure>> remarks) {
    /** A server that does what the standard says. */
    public static final ImapProfile PLAIN = new ImapProfile(
            ItemRules.PLAIN,
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            SharedRoot.NONE,
            Set.of(),
            (words, folders) -> List.of());

    public ImapProfile {
        needs = Set.copyOf(needs);
    }

    public ImapProfile items(ItemRules other) {
        return new ImapProfile(other, folders, traits, root, needs, remarks);
    }

    public ImapProfile folders(UnaryOperator<Folder> other) {
        return new ImapProfile(items, other, traits, root, needs, remarks);
    }

    public ImapProfile traits(UnaryOperator<Traits> other) {
        return new ImapProfile(items, folders, other, root, needs, remarks);
    }

    public ImapProfile root(SharedRoot other) {
        return new ImapProfile(items, folders, traits, other, needs, remarks);
    }

    public ImapProfile needing(String... capabilities) {
        return new ImapProfile(items, folders, traits, root, Set.of(capabilities), remarks);
    }

    public ImapProfile remarking(BiFunction<ServerWords, List<Folder>, List<Failure>> other) {
        return new ImapProfile(items, folders, traits, root, needs, other);
    }
}
