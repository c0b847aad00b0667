package org.mailwain.mail.internal.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.LiteralStream;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.internal.wire.WireException;
import org.mailwain.mail.internal.wire.WireInput;

/**
 * Reads FETCH answers straight from the wire; bodies go into the body store as they arrive. Items may come in any
 * order, strings in any form, and a body only where one was asked for.
 */
final class FetchReader {
    private static final byte[] FLAGS = bytes("FLAGS");
    private static final byte[] UID = bytes("UID");
    private static final byte[] INTERNALDATE = bytes("INTERNALDATE");
    private static final byte[] SIZE = bytes("RFC822.SIZE");
    private static final byte[] MODSEQ = bytes("MODSEQ");
    private static final byte[] BODY_OPEN = bytes("BODY[");
    private static final byte[] RFC822 = bytes("RFC822");
    private static final byte[] RFC822_HEADER = bytes("RFC822.HEADER");

    private static final long LARGEST_UID = 0xFFFFFFFFL;

    private final Wire wire;
    private final BodyStore store;
    private final Tokens tokens;
    private final FlagCache flags = new FlagCache();

    FetchReader(Wire wire, BodyStore store) {
        this.wire = wire;
        this.store = store;
        this.tokens = new Tokens(wire);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The number of the message if the next response is {@code * n FETCH}, of which that much is then read; else -1 and
     * nothing is read.
     */
    long begins() throws IOException {
        WireInput in = wire.in();
        if (in.peek() != '*' || in.ahead(1) != ' ') {
            return -1;
        }
        long number = 0;
        int at = 2;
        int b = in.ahead(at);
        while (b >= '0' && b <= '9' && at < 14) {
            number = number * 10 + b - '0';
            b = in.ahead(++at);
        }
        if (at == 2 || b != ' ') {
            return -1;
        }
        for (char wanted : new char[] {'F', 'E', 'T', 'C', 'H', ' '}) {
            int next = in.ahead(++at);
            if (next != wanted && next != Character.toLowerCase(wanted)) {
                return -1;
            }
        }
        in.skip(at + 1);
        return number;
    }

    /** Knows who asked for a body of this UID (0 where it was not named yet) and size. */
    interface Asking {
        /** The answer that it belongs to, as far as can be told now, or null where nobody asked. */
        Answer of(long uid, long size);
    }

    Fetched read(long sequence, Asking asking) throws IOException, FailureException {
        Fetched item = new Fetched(sequence);
        try {
            tokens.blanks();
            tokens.expect('(');
            tokens.blanks();
            while (wire.in().peek() != ')') {
                item(item, asking);
                tokens.blanks();
            }
            wire.in().read();
            tokens.lineEnd();
            return item;
        } catch (IOException | FailureException | RuntimeException e) {
            item.discard();
            throw e;
        }
    }

    private void item(Fetched item, Asking asking) throws IOException, FailureException {
        tokens.name();
        if (tokens.is(BODY_OPEN, true) || tokens.is(RFC822, false) || tokens.is(RFC822_HEADER, false)) {
            tokens.blanks();
            body(item, asking);
            return;
        }
        if (tokens.is(FLAGS, false)) {
            tokens.blanks();
            tokens.expect('(');
            tokens.flatList();
            item.flags = flags.of(tokens.bytes(), tokens.length());
        } else if (tokens.is(UID, false)) {
            tokens.blanks();
            item.uid = uid();
        } else if (tokens.is(SIZE, false)) {
            tokens.blanks();
            size(item);
        } else if (tokens.is(INTERNALDATE, false)) {
            tokens.blanks();
            date(item);
        } else if (tokens.is(MODSEQ, false)) {
            tokens.blanks();
            tokens.expect('(');
            item.modseq = tokens.number();
            tokens.expect(')');
        } else {
            String name = tokens.text();
            item.other(name, tokens.value());
        }
    }

    private long uid() throws IOException {
        long uid = tokens.number();
        if (uid == 0 || uid > LARGEST_UID) {
            throw tokens.malformed("UID");
        }
        return uid;
    }

    /** Some servers answer -1 (Exchange 2007). */
    private void size(Fetched item) throws IOException {
        item.sized = true;
        if (wire.in().peek() == '-') {
            tokens.atom();
        } else {
            item.size = tokens.number();
        }
    }

    private void date(Fetched item) throws IOException {
        item.dated = true;
        if (wire.in().peek() == '"') {
            wire.in().read();
            tokens.quoted();
            item.received = Dates.parse(tokens.bytes(), 0, tokens.length());
        } else {
            tokens.atom();
        }
    }

    private void body(Fetched item, Asking asking) throws IOException, FailureException {
        WireInput in = wire.in();
        int b = in.peek();
        if (b == '"') {
            in.read();
            tokens.quoted();
            byte[] text = Arrays.copyOf(tokens.bytes(), tokens.length());
            keep(item, allowed(item, asking, text.length), new ByteArrayInputStream(text), text.length);
        } else if (b == '{' || b == '~') {
            in.read();
            if (b == '~') {
                tokens.expect('{');
            }
            literal(item, asking, tokens.literalSize());
        } else {
            tokens.atom();
            if (!tokens.isNil()) {
                throw tokens.malformed("BODY");
            }
            item.bodyIsNil = true;
        }
    }

    private void literal(Fetched item, Asking asking, long size) throws IOException, FailureException {
        Answer answer = allowed(item, asking, size);
        long most = answer.bodies() == Answer.Bodies.MESSAGE ? size : HeaderIdentity.MAX_HEADER;
        LiteralStream literal = new LiteralStream(wire.in(), size, most);
        keep(item, answer, literal, Math.min(size, most));
        literal.finish();
    }

    private Answer allowed(Fetched item, Asking asking, long size) throws IOException {
        Answer answer = asking.of(item.uid, size);
        if (answer == null || item.body != null || item.fields != null) {
            throw wire.broken(MailFailure.LITERAL_NOT_ASKED, size);
        }
        long largest = answer.largest(item.uid);
        if (size > largest) {
            throw wire.broken(MailFailure.LITERAL_TOO_LARGE, size, largest);
        }
        return answer;
    }

    private void keep(Fetched item, Answer answer, InputStream in, long size) throws IOException, FailureException {
        if (answer.bodies() == Answer.Bodies.FIELDS) {
            item.fields = in.readNBytes((int) size);
        } else {
            item.body = store(in, size);
        }
    }

    private Body store(InputStream in, long size) throws IOException, FailureException {
        try {
            return store.receive(in, size);
        } catch (WireException e) {
            throw e;
        } catch (FailureException | RuntimeException e) {
            // in the middle of a literal
            wire.close();
            throw e;
        } catch (IOException e) {
            wire.close();
            throw new FailureException(MailFailure.SPOOL_FAILED.with(e.getMessage()), e);
        }
    }
}
