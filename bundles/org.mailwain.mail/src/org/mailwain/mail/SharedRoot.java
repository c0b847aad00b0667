package org.mailwain.mail;

import java.util.List;
import org.mailwain.api.provider.Login;

/** Knows under which names a row's mailbox may stand where it is a shared folder that an administrator sees. */
@FunctionalInterface
public interface SharedRoot {
    /** Every mailbox is the personal namespace of who signs in. */
    SharedRoot NONE = (login, prefixes) -> List.of();

    /**
     * @param prefixes of the shared namespaces, as the server tells them, with their delimiter at the end
     * @return full names to look for, in Unicode with the server's delimiter, the likeliest first; the first that the
     *     server lists is the mailbox. None: it is the personal namespace
     */
    List<String> names(Login login, List<String> prefixes);
}
