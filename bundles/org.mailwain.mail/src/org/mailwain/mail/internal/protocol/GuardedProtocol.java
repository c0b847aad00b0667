package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Properties;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseInputStream;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Wire;

/**
 * Angus Mail's protocol on a connection of ours: it keeps the capabilities and gives its response objects and parsers;
 * what they parse was read by {@link GuardedResponses}. Commands are not written by it.
 */
final class GuardedProtocol extends IMAPProtocol {
    private final Wire wire;
    private final ResponseInputStream responses;
    private boolean utf8;

    private GuardedProtocol(Wire wire) throws IOException {
        super(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                new Properties(),
                false);
        this.wire = wire;
        this.responses = new GuardedResponses(wire);
    }

    /** Angus finds its providers by the thread's class loader, which in OSGi has to be its own. */
    static GuardedProtocol over(Wire wire) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(IMAPProtocol.class.getClassLoader());
        try {
            return new GuardedProtocol(wire);
        } finally {
            thread.setContextClassLoader(before);
        }
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

    /** Takes over the capabilities of an untagged CAPABILITY response. */
    void capabilities(IMAPResponse response) {
        handleCapabilityResponse(new Response[] {response});
    }

    /** Takes over the capabilities of a response code CAPABILITY. */
    void capabilitiesIn(IMAPResponse response) {
        response.reset();
        setCapabilities(response);
    }

    void acceptUtf8() {
        utf8 = true;
    }

    @Override
    public boolean supportsUtf8() {
        return utf8;
    }
}
