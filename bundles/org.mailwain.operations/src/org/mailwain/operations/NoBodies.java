package org.mailwain.operations;

import java.io.IOException;
import java.io.InputStream;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;

/** For sessions that read no messages; what comes all the same is refused. */
final class NoBodies implements BodyStore {
    @Override
    public Body receive(InputStream in, long announced) throws IOException {
        throw new IOException("no message was asked for");
    }
}
