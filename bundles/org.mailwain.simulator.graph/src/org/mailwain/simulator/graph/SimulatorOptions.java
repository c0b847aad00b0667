package org.mailwain.simulator.graph;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mailwain.demo.server.Authority;

/**
 * How a simulated tenant behaves where the real one is not known well enough, or where a test wants another.
 *
 * @param port 0 for any free one
 * @param authority signs the server's certificate; a new one where empty
 * @param tokenLife of access tokens
 * @param mailboxDelay from the licence to the first answer of the mailbox
 * @param mimeIntoFolder whether MIME may be posted to a folder's path; else {@code UnableToDeserializePostBody}
 * @param headersAsProperties whether a header line of a MIME message is found again as a named property
 * @param importMimeKeepsDate whether importMime takes the date of arrival from the topmost Received
 * @param folderExists status of {@code ErrorFolderExists}
 */
public record SimulatorOptions(
        int port,
        Optional<Authority> authority,
        Clock clock,
        Limits limits,
        Duration tokenLife,
        Duration mailboxDelay,
        boolean mimeIntoFolder,
        boolean headersAsProperties,
        boolean importMimeKeepsDate,
        int folderExists) {
    public static final SimulatorOptions DEFAULT = new SimulatorOptions(
            0,
            Optional.empty(),
            Clock.systemUTC(),
            Limits.REAL,
            Duration.ofHours(1),
            Duration.ZERO,
            true,
            true,
            false,
            409);

    public SimulatorOptions onPort(int other) {
        return new SimulatorOptions(
                other,
                authority,
                clock,
                limits,
                tokenLife,
                mailboxDelay,
                mimeIntoFolder,
                headersAsProperties,
                importMimeKeepsDate,
                folderExists);
    }

    public SimulatorOptions limitedTo(Limits other) {
        return new SimulatorOptions(
                port,
                authority,
                clock,
                other,
                tokenLife,
                mailboxDelay,
                mimeIntoFolder,
                headersAsProperties,
                importMimeKeepsDate,
                folderExists);
    }

    public SimulatorOptions signedBy(Authority other) {
        return new SimulatorOptions(
                port,
                Optional.of(other),
                clock,
                limits,
                tokenLife,
                mailboxDelay,
                mimeIntoFolder,
                headersAsProperties,
                importMimeKeepsDate,
                folderExists);
    }

    public SimulatorOptions timed(Duration tokens, Duration mailboxes) {
        return new SimulatorOptions(
                port,
                authority,
                clock,
                limits,
                tokens,
                mailboxes,
                mimeIntoFolder,
                headersAsProperties,
                importMimeKeepsDate,
                folderExists);
    }

    /** @param folder see {@link #mimeIntoFolder}, @param properties see {@link #headersAsProperties} */
    public SimulatorOptions mime(boolean folder, boolean properties, int exists) {
        return new SimulatorOptions(
                port,
                authority,
                clock,
                limits,
                tokenLife,
                mailboxDelay,
                folder,
                properties,
                importMimeKeepsDate,
                exists);
    }
}
