package org.mailwain.ledger;

import java.time.Instant;
import java.util.Optional;
import org.mailwain.api.failure.Failure;

/**
 * What a person needs to find and judge an item that was not plainly copied.
 *
 * @param failure the reason, as code and arguments
 * @param subject decoded, at most 250 characters; empty where unknown
 * @param sender decoded, at most 250 characters
 * @param date of the header as written, at most 100 characters
 * @param received INTERNALDATE, or null
 * @param messageId at most 250 characters
 * @param original path of the kept original relative to the project, if any
 * @param repair id of the repair rule that touched it, if any
 */
public record ItemNote(
        Failure failure,
        String subject,
        String sender,
        String date,
        Instant received,
        String messageId,
        Optional<String> original,
        Optional<String> repair) {}
