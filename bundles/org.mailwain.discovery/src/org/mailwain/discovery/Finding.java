package org.mailwain.discovery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A server that may hold the mailbox.
 *
 * @param login the user name for this address
 * @param authentication as the finding's source names it ({@code OAuth2}, {@code password-cleartext}, and our own
 *     {@code app-password}), the preferred first; may be empty
 * @param bulk whether the server is meant for reading whole mailboxes
 * @param enableAt where the user has to allow the protocol first
 */
public record Finding(
        Origin origin,
        Protocol protocol,
        String host,
        int port,
        Protection protection,
        String login,
        List<String> authentication,
        boolean bulk,
        Optional<String> enableAt,
        Attempt attempt) {
    public Finding {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(attempt);
        authentication = List.copyOf(authentication);
    }

    public boolean isUsable() {
        return attempt.state() == Attempt.State.ANSWERS;
    }

    public Finding tried(Attempt other) {
        return new Finding(origin, protocol, host, port, protection, login, authentication, bulk, enableAt, other);
    }
}
