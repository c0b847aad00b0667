package org.mailwain.mail.internal.plain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.plain.PlainFailure;
import org.mailwain.mail.plain.PlainMailbox;

/**
 * Reads messages of a plain mailbox one by one. A folder is looked at once for many requests, and again where a message
 * is not found: a changed flag may have given its file another name.
 */
public final class PlainFetching {
    /** Looks at a folder, if the session may go on. */
    public interface Look {
        PlainView at(FolderPath folder) throws FailureException;
    }

    private final PlainMailbox mailbox;
    private final SessionContext context;
    private final Look look;
    private final FetchSink sink;
    private FolderPath folder;
    private PlainView view;

    public PlainFetching(PlainMailbox mailbox, SessionContext context, Look look, FetchSink sink) {
        this.mailbox = mailbox;
        this.context = context;
        this.look = look;
        this.sink = sink;
    }

    public void fetch(FetchRequest request) throws FailureException {
        Optional<Failure> missing = turnTo(request.folder());
        if (missing.isPresent()) {
            sink.failed(request, request.items(), missing.get());
            return;
        }
        List<ListedItem> vanished = new ArrayList<>();
        for (ListedItem asked : request.items()) {
            context.cancel().check();
            if (!read(request, asked) && !(lookAgain(request.folder()) && read(request, asked))) {
                vanished.add(asked);
            }
        }
        if (!vanished.isEmpty()) {
            sink.vanished(request, vanished);
        }
    }

    private Optional<Failure> turnTo(FolderPath wanted) throws FailureException {
        if (wanted.equals(folder)) {
            return Optional.empty();
        }
        try {
            view = look.at(wanted);
            folder = wanted;
            return Optional.empty();
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            return Optional.of(e.failure());
        }
    }

    private boolean lookAgain(FolderPath wanted) throws FailureException {
        folder = null;
        return turnTo(wanted).isEmpty();
    }

    /** @return false where the message is not there */
    private boolean read(FetchRequest request, ListedItem asked) throws FailureException {
        ListedItem item = view.now(asked.id());
        if (item == null) {
            return false;
        }
        boolean whole = request.part() == FetchRequest.Part.FULL;
        Body body;
        try (PlainStream in = new PlainStream(mailbox.open(request.folder(), item.id()), whole)) {
            body = receive(in, whole ? item.size() : -1);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            sink.failed(request, List.of(item), PlainFailure.MESSAGE_UNREADABLE.with(request.folder(), e.getMessage()));
            return true;
        }
        give(request, item, body);
        return true;
    }

    /** What the file system says of the message is the message's failure, what it says of the spool is not. */
    private Body receive(PlainStream in, long announced) throws IOException, FailureException {
        try {
            return context.bodies().receive(in, announced);
        } catch (IOException e) {
            if (in.failed()) {
                throw e;
            }
            throw new FailureException(MailFailure.SPOOL_FAILED.with(e.getMessage()), e);
        }
    }

    private void give(FetchRequest request, ListedItem item, Body body) throws FailureException {
        boolean given = false;
        try {
            context.limits().acquire(LimitLease.Kind.MESSAGES, 1);
            context.limits().acquire(LimitLease.Kind.BYTES, body.size());
            long size = request.part() == FetchRequest.Part.FULL ? body.size() : item.size();
            given = true;
            sink.item(request, new ListedItem(item.id(), size, item.received(), item.flags()), body);
        } finally {
            if (!given) {
                body.close();
            }
        }
    }

    /** A message, or its header alone; knows whether it was the one that failed. */
    private static final class PlainStream extends InputStream {
        private final InputStream in;
        private final HeaderEnd header;
        private boolean failed;

        PlainStream(InputStream in, boolean whole) {
            this.in = in;
            this.header = whole ? null : new HeaderEnd();
        }

        boolean failed() {
            return failed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                if (header == null || length == 0) {
                    return in.read(into, offset, length);
                }
                int at = 0;
                while (at < length && !header.reached()) {
                    int b = in.read();
                    if (b < 0) {
                        break;
                    }
                    header.passed(b);
                    into[offset + at++] = (byte) b;
                }
                return at == 0 ? -1 : at;
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
