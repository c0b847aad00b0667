package org.mailwain.mail;

import java.util.Set;

/**
 * What a server says of itself.
 *
 * @param address host and port
 * @param greeting its first words
 * @param capabilities in upper case, after signing in
 */
public record ServerWords(String address, String greeting, Set<String> capabilities) {
    public ServerWords {
        capabilities = Set.copyOf(capabilities);
    }
}
