package org.mailwain.api.provider;

/**
 * What a session's server does with messages; one value for the life of the session.
 *
 * @param bytes whether what was appended is served back byte for byte
 * @param size whether a listed size is the exact number of bytes served
 * @param dedupes whether the server may merge two equal messages into one
 * @param perAppend how many messages one append command may carry (1 without MULTIAPPEND)
 * @param pipelining how many commands may be under way before the first answer
 * @param answersIds whether an append is answered with the new ids (UIDPLUS)
 * @param removes whether single items can be removed without touching others (UID EXPUNGE)
 * @param flagsAfterAppend whether flags have to be set by a second step to last
 * @param changes whether flag changes are found without looking at every item (CONDSTORE)
 * @param ownKeys whether the writer stores our key with an item and gives it back
 * @param itemLimit largest message taken, in bytes; -1 unknown
 * @param names rules for folder names
 */
public record Traits(
        Fidelity bytes,
        Fidelity size,
        boolean dedupes,
        int perAppend,
        int pipelining,
        boolean answersIds,
        boolean removes,
        boolean flagsAfterAppend,
        boolean changes,
        boolean ownKeys,
        long itemLimit,
        NameRules names) {
    public enum Fidelity {
        EXACT,
        /** Rewritten on the way (bytes), or estimated (size). */
        LOOSE
    }
}
