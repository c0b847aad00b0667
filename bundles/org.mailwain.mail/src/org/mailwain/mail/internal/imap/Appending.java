package org.mailwain.mail.internal.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.Traits;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Dates;
import org.mailwain.mail.internal.protocol.Reply;
import org.mailwain.mail.internal.protocol.Words;
import org.mailwain.mail.internal.wire.WireException;

/** Appends batches, several ahead of the answers; what stands is asked for in round trips that are made anyway. */
final class Appending implements Pump.Work<AppendBatch> {
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");
    /** So many bytes may be under way besides the batch that is being answered. */
    private static final long BYTES_AHEAD = 16 << 20;

    private final Session session;
    private final OutcomeSink sink;
    private final long itemLimit;
    private final boolean multiple;
    /** Whether sizes tell little, and header fields are asked for as well. */
    private final boolean headers;

    private final String items;
    private final Deque<Flight> flights = new ArrayDeque<>();
    private long bytes;
    private boolean sinkFailed;
    /** Whether the server has to be told to look for new messages. */
    private boolean looksFirst;

    Appending(Session session, OutcomeSink sink) {
        this.session = session;
        this.sink = sink;
        this.itemLimit = Capabilities.appendLimit(session);
        this.multiple = session.pipeline.has("MULTIAPPEND");
        this.headers = Capabilities.traits(session).size() != Traits.Fidelity.EXACT;
        this.items = " (UID FLAGS INTERNALDATE RFC822.SIZE" + (headers ? " " + HeaderFields.ITEM : "") + ")";
    }

    void run(Feed<AppendBatch> batches) throws FailureException {
        try {
            new Pump<>(session.pipeline, batches, this).run();
        } catch (FailureException e) {
            if (!sinkFailed) {
                giveUp(e);
            }
            throw e;
        }
    }

    /** Every batch that was drawn gets its answer before the session ends. */
    private void giveUp(FailureException reason) throws FailureException {
        for (Flight flight = flights.poll(); flight != null; flight = flights.poll()) {
            sink.answered(flight.batch, flight.outcomes(reason.failure()));
        }
    }

    @Override
    public boolean hasRoom() {
        return flights.isEmpty() || flights.size() < Capabilities.APPENDS_AHEAD && bytes < BYTES_AHEAD;
    }

    @Override
    public boolean isBusy() {
        return !flights.isEmpty();
    }

    @Override
    public void start(AppendBatch batch) throws FailureException {
        Flight flight = new Flight(batch);
        flights.add(flight);
        bytes += flight.bytes;
        session.context.limits().acquire(LimitLease.Kind.MESSAGES, batch.items().size());
        session.context.limits().acquire(LimitLease.Kind.BYTES, flight.bytes);
        Selection open;
        try {
            open = open(batch);
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            flight.refuse(e.failure());
            return;
        }
        if (open.failed()) {
            flight.refuse(open.failure());
        } else {
            send(flight, open);
            listen();
        }
    }

    private void send(Flight flight, Selection open) throws FailureException {
        AppendBatch batch = flight.batch;
        List<Integer> sent = sendable(flight);
        byte[] name = session.wireName(batch.folder());
        if (multiple && sent.size() > 1) {
            session.pipeline.send(new Together(flight, sent), words -> {
                words.text("APPEND ").string(name);
                for (int index : sent) {
                    message(words, batch.items().get(index), open);
                }
            });
        } else {
            for (int index : sent) {
                AppendItem item = batch.items().get(index);
                if (session.pipeline.literalsWait() && !session.pipeline.wire().acknowledges()) {
                    // invitations would come late by a delayed acknowledgement each
                    session.pipeline.await();
                }
                session.pipeline.send(
                        new Together(flight, List.of(index)),
                        words -> message(words.text("APPEND ").string(name), item, open));
                listen();
            }
        }
    }

    /** Answers that nobody reads may stop the server from reading what we write. */
    private void listen() throws FailureException {
        while (!session.pipeline.idle() && session.pipeline.ready()) {
            session.pipeline.step();
        }
    }

    /** The folder is opened, so that its flags are known and its new messages can be looked at. */
    private Selection open(AppendBatch batch) throws FailureException {
        Selection selected = session.selected(batch.folder(), true);
        Selection known = session.opened(batch.folder());
        if (known == null) {
            while (!selected.answered()) {
                session.pipeline.step();
            }
            return selected;
        }
        return known;
    }

    /** The items that are not too large by what the server has said. */
    private List<Integer> sendable(Flight flight) {
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < flight.batch.items().size(); i++) {
            long size = flight.batch.items().get(i).body().size();
            if (itemLimit > 0 && size > itemLimit) {
                flight.set(
                        i,
                        new Outcome.Refused(MailFailure.MESSAGE_TOO_LARGE.with(
                                new Argument.Size(size), new Argument.Size(itemLimit))));
            } else {
                sent.add(i);
            }
        }
        return sent;
    }

    private void message(Words words, AppendItem item, Selection open)
            throws IOException, FailureException, Words.Declined {
        words.text(" ").text(flags(item.flags(), open));
        if (item.received() != null
                && item.received().isAfter(EARLIEST)
                && item.received().isBefore(LATEST)) {
            words.text(Dates.format(item.received())).text(" ");
        }
        words.literal(item.body().size(), out -> copy(item, out));
    }

    private void copy(AppendItem item, OutputStream out) throws IOException, FailureException {
        try {
            item.body().writeTo(out);
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            Failure failure = MailFailure.BODY_UNREADABLE.with(e.getMessage()).at(Scope.MAILBOX);
            session.pipeline.wire().end(failure);
            throw new FailureException(failure, e);
        }
    }

    private static String flags(Flags flags, Selection open) {
        StringJoiner list = new StringJoiner(" ", "(", ") ");
        list.setEmptyValue("");
        for (String atom : atoms(flags, open)) {
            list.add(atom);
        }
        return list.toString();
    }

    /** The flags that the folder keeps, as atoms. */
    static List<String> atoms(Flags flags, Selection open) {
        List<String> atoms = new ArrayList<>();
        for (SystemFlag flag : SystemFlag.values()) {
            if (flags.has(flag) && open.keeps(flag.atom())) {
                atoms.add(flag.atom());
            }
        }
        for (String keyword : flags.keywords()) {
            if (isAtom(keyword) && open.keeps(keyword)) {
                atoms.add(keyword);
            }
        }
        return atoms;
    }

    private static boolean isAtom(String keyword) {
        return keyword.chars().allMatch(c -> c > ' ' && c < 0x7F && "(){%*\"\\]".indexOf(c) < 0);
    }

    @Override
    public void progress() throws FailureException {
        for (Flight flight : flights) {
            if (flight.wantsCheck()) {
                check(flight);
            }
        }
        while (!flights.isEmpty() && flights.peek().isComplete()) {
            Flight flight = flights.poll();
            bytes -= flight.bytes;
            sinkFailed = true;
            sink.answered(flight.batch, flight.outcomes(null));
            sinkFailed = false;
        }
    }

    /**
     * A server's OK is not proof: Courier takes some messages and keeps a part of them. It does not show new messages
     * in an open folder either before it is told to look.
     */
    private void check(Flight flight) throws FailureException {
        session.selected(flight.batch.folder(), true);
        looksFirst |= flight.wantsCheckAgain();
        if (looksFirst) {
            session.pipeline.send(Simple.none(), words -> words.text("NOOP"));
        }
        for (String set : UidSet.of(flight.check(), session.settings.commandLength())) {
            session.pipeline.send(
                    flight.seen(headers),
                    words -> words.text("UID FETCH ").text(set).text(items));
        }
    }

    /** The answer to one APPEND, of one message or many. */
    private final class Together implements Answer {
        private final Flight flight;
        private final List<Integer> indices;

        Together(Flight flight, List<Integer> indices) {
            this.flight = flight;
            this.indices = indices;
        }

        @Override
        public void done(Reply reply) {
            if (reply.isOk()) {
                stored(reply);
            } else {
                long size = indices.stream()
                        .mapToLong(i -> flight.batch.items().get(i).body().size())
                        .max()
                        .orElse(0);
                Failure failure =
                        session.obey(session.pipeline.refusals().append(reply, flight.batch.folder(), size, itemLimit));
                indices.forEach(index -> flight.set(index, new Outcome.Refused(failure)));
            }
        }

        private void stored(Reply reply) {
            String[] words = reply.has("APPENDUID") ? reply.arguments().split(" ") : new String[0];
            long[] uids = words.length == 2 ? UidSet.expand(words[1], indices.size()) : new long[0];
            long validity = words.length == 2 ? UidSet.number(words[0]) : -1;
            long before = session.validity(flight.batch.folder());
            if (uids.length == 0 && (indices.size() > 1 || words.length > 0)) {
                unclear(MailFailure.APPEND_UNCLEAR.with());
            } else if (uids.length > 0 && before > 0 && before != validity) {
                unclear(MailFailure.FOLDER_RENEWED.with(flight.batch.folder()));
            } else {
                for (int i = 0; i < indices.size(); i++) {
                    flight.stored(indices.get(i), uids.length == 0 ? 0 : uids[i]);
                }
            }
        }

        private void unclear(Failure failure) {
            indices.forEach(index -> flight.set(index, new Outcome.Unknown(failure)));
        }
    }
}
