package org.mailwain.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of knocking at a server, up to its greeting.
 *
 * @param certificate what the server showed, also where it was not accepted
 * @param said the server's greeting, or the reason why there is none
 */
public record Attempt(State state, Optional<Certificate> certificate, String said) {
    public static final Attempt NONE = new Attempt(State.UNTRIED, Optional.empty(), "");

    public enum State {
        UNTRIED,
        /** It answers, and its certificate is good for its name. */
        ANSWERS,
        /**
         * As ANSWERS, but only unsigned DNS says that this server is the domain's (RFC 6186, section 6): a person has
         * to agree.
         */
        TO_BE_CONFIRMED,
        /** It answers without encryption, which somebody has to allow. */
        CLEAR_TEXT,
        /** Its certificate is for other names, is out of date, or nobody trusts whoever issued it. */
        CERTIFICATE_REFUSED,
        /** Nobody is there. */
        SILENT,
        /** Something else is there. */
        OTHER_SERVICE
    }

    /**
     * A certificate as people look at it.
     *
     * @param names of hosts that it is for
     * @param sha256 in hexadecimal
     */
    public record Certificate(
            String subject, String issuer, List<String> names, Instant notBefore, Instant notAfter, String sha256) {
        public Certificate {
            names = List.copyOf(names);
        }
    }
}
