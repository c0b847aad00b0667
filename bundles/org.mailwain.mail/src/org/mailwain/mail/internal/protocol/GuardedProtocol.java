package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.angus.mail.iap.Protocol;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.ResponseInputStream;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Wire;

/**
 * Angus Mail's protocol on a connection of ours: it gives its response objects and parsers; what they parse was read by
 * {@link GuardedResponses}. Commands are not written by it. Its IMAPProtocol would add nothing that is used here, and
 * takes as long to load as it takes to copy a thousand messages.
 */
final class GuardedProtocol extends Protocol {
    private final Wire wire;
    private final ResponseInputStream responses;
    private Set<String> capabilities = Set.of();
    private boolean utf8;

    GuardedProtocol(Wire wire) throws IOException {
        super(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), new Properties(), false);
        this.wire = wire;
        this.responses = new GuardedResponses(wire);
    }

    @Override
    protected ResponseInputStream getInputStream() {
        return responses;
    }

    /** The next response that is no FETCH. */
    @Override
    public IMAPResponse readResponse() throws IOException {
        try {
            return new IMAPResponse(this);
        } catch (ProtocolException | RuntimeException e) {
            throw wire.broken(MailFailure.MALFORMED, e.toString());
        }
    }

    /** In upper case. */
    Set<String> capabilities() {
        return capabilities;
    }

    /** Takes over the capabilities of an untagged CAPABILITY response. */
    void capabilities(IMAPResponse response) {
        response.reset();
        response.readAtom();
        learn(response.getRest());
    }

    /** @param words separated by blanks */
    void learn(String words) {
        Set<String> named = new TreeSet<>();
        for (String word : words.strip().toUpperCase(Locale.ROOT).split("\\s+")) {
            if (!word.isEmpty()) {
                named.add(word);
            }
        }
        capabilities = named;
    }

    void acceptUtf8() {
        utf8 = true;
    }

    @Override
    public boolean supportsUtf8() {
        return utf8;
    }
}
