package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands of one connection: many may be under way before the first is answered (RFC 9051 section 5.5). Answers
 * are read by whoever needs one, and given to the command that they belong to. Used by one thread at a time.
 */
public final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    /** Bytes that a server may send without one that was asked for. */
    private static final long MOST_UNASKED = 8 << 20;

    private static final int MOST_UNDER_WAY = 200;

    private final Wire wire;
    private final GuardedProtocol protocol;
    private final FetchReader fetches;
    private final Refusals refusals;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private Sent inviting;
    private IMAPResponse invitation;
    private int lastTag;
    private long unasked;
    private int capabilitiesTold;
    private boolean leaving;

    public Pipeline(Wire wire, BodyStore store, Clock clock) throws FailureException {
        this.wire = wire;
        this.refusals = new Refusals(wire.address(), clock);
        this.fetches = new FetchReader(wire, store);
        try {
            this.protocol = new GuardedProtocol(wire);
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    public Wire wire() {
        return wire;
    }

    public Refusals refusals() {
        return refusals;
    }

    /** Whether the server named this capability when it did last. */
    public boolean has(String capability) {
        return protocol.capabilities().contains(capability);
    }

    /** In upper case, in alphabetical order. */
    public Set<String> capabilities() {
        return protocol.capabilities();
    }

    /** How often the server named its capabilities. */
    public int capabilitiesTold() {
        return capabilitiesTold;
    }

    public boolean takesUtf8() {
        return protocol.supportsUtf8();
    }

    /** Names and strings are UTF-8 from now on (RFC 6855). */
    public void acceptUtf8() {
        protocol.acceptUtf8();
    }

    /** Whether a literal of any size has to wait for the server's invitation (RFC 7888). */
    public boolean literalsWait() {
        return !has("LITERAL+");
    }

    /** The greeting: OK, or PREAUTH as {@link Reply#code}, or what the server says instead. */
    public Greeting greeting() throws FailureException {
        return Greeting.read(wire, protocol, refusals);
    }

    public boolean idle() {
        return underWay.isEmpty();
    }

    public int underWay() {
        return underWay.size();
    }

    /**
     * Writes a command; it leaves with the next flush, at the latest when an answer is waited for. Reads answers first
     * where so many are due that a server might stop reading until its own are read.
     */
    public Sent send(Answer answer, Command command) throws FailureException {
        while (underWay.size() >= MOST_UNDER_WAY) {
            step();
        }
        Sent sent = new Sent("m" + ++lastTag, answer);
        underWay.add(sent);
        try {
            wire.out().ascii(sent.tag).ascii(" ");
            command.write(new Words(this, wire.out(), sent));
            wire.out().ascii("\r\n");
        } catch (Words.Declined e) {
            LOG.debug("{} declined: {}", sent.tag, sent.reply);
        } catch (IOException e) {
            throw wire.failure(e);
        }
        return sent;
    }

    public void flush() throws FailureException {
        try {
            wire.out().flush();
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    /** Whether an answer, or a part of one, is there to be read. */
    public boolean ready() throws FailureException {
        try {
            return wire.ready();
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    /** Sends a command and waits for its end. */
    public Reply run(Answer answer, Command command) throws FailureException {
        return await(send(answer, command));
    }

    /** Reads answers until this command has its own. */
    public Reply await(Sent sent) throws FailureException {
        while (sent.reply == null) {
            step();
        }
        return sent.reply;
    }

    /** Reads answers until every command has its own. */
    public void await() throws FailureException {
        while (!underWay.isEmpty()) {
            step();
        }
    }

    /** Waits for the server's invitation to go on with a command; false where the command was answered instead. */
    boolean invited(Sent sent) throws FailureException {
        return challenge(sent) != null;
    }

    /** The server's invitation or challenge within a command, or null where the command was answered instead. */
    IMAPResponse challenge(Sent sent) throws FailureException {
        inviting = sent;
        try {
            while (invitation == null && sent.reply == null) {
                step();
            }
            return invitation;
        } finally {
            inviting = null;
            invitation = null;
        }
    }

    /** Reads one response, waiting for it, and gives it to its command. */
    public void step() throws FailureException {
        try {
            wire.out().flush();
            wire.in().begin();
            long sequence = fetches.begins();
            boolean useful = sequence >= 0 ? fetched(sequence) : response(protocol.readResponse());
            wire.in().ended();
            count(useful);
        } catch (IOException e) {
            throw wire.failure(e);
        }
    }

    private void count(boolean useful) throws IOException {
        if (useful) {
            unasked = 0;
            wire.in().useful();
        } else {
            unasked += wire.in().length();
            if (unasked > MOST_UNASKED) {
                throw wire.broken(MailFailure.NOT_ASKED, unasked);
            }
        }
    }

    private boolean fetched(long sequence) throws IOException, FailureException {
        // Dovecot works on several FETCH at once and ends them together, so any of them may be meant
        Fetched item = fetches.read(sequence, this::asking);
        boolean taken = false;
        try {
            for (Sent sent : underWay) {
                if (sent.answer.fetched(item)) {
                    taken = true;
                    return true;
                }
            }
            if (item.body() != null || item.fields() != null) {
                throw wire.broken(MailFailure.NOT_ASKED, "FETCH");
            }
            return false;
        } finally {
            if (!taken) {
                item.discard();
            }
        }
    }

    /** The command that may get this body, or null. */
    private Answer asking(long uid, long size) {
        Answer likely = null;
        for (Sent sent : underWay) {
            if (sent.answer.bodies() != Answer.Bodies.NONE) {
                long largest = sent.answer.largest(uid);
                if (largest >= size) {
                    return sent.answer;
                }
                likely = largest >= 0 ? sent.answer : likely;
            }
        }
        return likely;
    }

    private boolean response(IMAPResponse response) throws IOException, FailureException {
        if (response.isContinuation()) {
            if (inviting == null || inviting != underWay.peek()) {
                throw wire.broken(MailFailure.NOT_ASKED, "+");
            }
            invitation = response;
            return true;
        }
        if (response.isTagged()) {
            tagged(response);
            return true;
        }
        if (response.isBYE()) {
            bye(Reply.of(response));
            return false;
        }
        return untagged(response);
    }

    private void tagged(IMAPResponse response) throws IOException, FailureException {
        for (Iterator<Sent> all = underWay.iterator(); all.hasNext(); ) {
            Sent sent = all.next();
            if (sent.tag.equals(response.getTag())) {
                all.remove();
                sent.reply = Reply.of(response);
                if (sent.reply.has("CAPABILITY")) {
                    protocol.learn(sent.reply.arguments());
                    capabilitiesTold++;
                }
                LOG.debug("{} {} {}", sent.tag, sent.reply.kind(), sent.reply.code());
                sent.answer.done(sent.reply);
                return;
            }
        }
        throw wire.broken(MailFailure.NOT_ASKED, "tag");
    }

    private boolean untagged(IMAPResponse response) throws FailureException {
        if (response.keyEquals("CAPABILITY")) {
            protocol.capabilities(response);
            capabilitiesTold++;
            return true;
        }
        for (Sent sent : underWay) {
            if (sent.answer.untagged(response)) {
                return true;
            }
        }
        return false;
    }

    private void bye(Reply reply) throws FailureException {
        if (!leaving) {
            Failure failure = refusals.bye(reply);
            wire.end(failure);
            throw new FailureException(failure);
        }
    }

    /** Says good-bye and ends the connection, without waiting for the answer. */
    public void leave() {
        leaving = true;
        try {
            if (underWay.isEmpty()) {
                wire.out().ascii("m" + ++lastTag + " LOGOUT\r\n").flush();
            }
        } catch (IOException e) {
            LOG.debug("gone before LOGOUT: {}", e.getMessage());
        } finally {
            wire.close();
            wire.release();
        }
    }
}
