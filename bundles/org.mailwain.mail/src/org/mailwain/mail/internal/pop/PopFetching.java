package org.mailwain.mail.internal.pop;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.internal.wire.WireException;

/** Reads messages with RETR and headers with TOP, several commands under way where the server takes that. */
final class PopFetching {
    /** Beyond what was announced: LIST may count line ends as one, or not at all right. */
    private static final long SLACK = 1 << 20;

    private final PopProtocol protocol;
    private final PopDrop drop;
    private final SessionContext context;
    private final FetchSink sink;
    private final int depth;
    private final boolean hasTop;
    private final PopDates dates;
    private final Deque<Flight> flights = new ArrayDeque<>();
    private Iterator<ListedItem> items = List.<ListedItem>of().iterator();
    private FetchRequest request;

    /** A command under way, or an item that needs none. @param number of the message, 0 where it is not there */
    private record Flight(FetchRequest request, ListedItem item, int number, boolean top) {}

    PopFetching(PopProtocol protocol, PopDrop drop, SessionContext context, FetchSink sink, int depth, boolean hasTop) {
        this.protocol = protocol;
        this.drop = drop;
        this.context = context;
        this.sink = sink;
        this.depth = depth;
        this.hasTop = hasTop;
        this.dates = new PopDates(context.clock());
    }

    void run(Feed<FetchRequest> requests) throws FailureException {
        boolean calm = false;
        try {
            while (true) {
                while (flights.size() < depth && next(requests)) {
                    take(items.next());
                }
                if (flights.isEmpty()) {
                    calm = true;
                    return;
                }
                answer(flights.remove());
            }
        } finally {
            if (!calm) {
                // answers that nobody reads any more would be taken for others
                protocol.wire().close();
            }
        }
    }

    private boolean next(Feed<FetchRequest> requests) throws FailureException {
        while (!items.hasNext()) {
            request = flights.isEmpty() ? requests.take() : requests.poll();
            if (request == null) {
                return false;
            }
            items = request.items().iterator();
        }
        return true;
    }

    private void take(ListedItem item) throws FailureException {
        int number = request.folder().isInbox() ? drop.number(item.id()) : 0;
        boolean top = request.part() == FetchRequest.Part.HEADER && hasTop;
        if (number > 0) {
            context.limits().acquire(LimitLease.Kind.MESSAGES, 1);
            context.limits().acquire(LimitLease.Kind.BYTES, top ? 0 : Math.max(0, drop.size(number)));
            protocol.send(top ? "TOP " + number + " 0" : "RETR " + number);
        }
        flights.add(new Flight(request, item, number, top));
    }

    private void answer(Flight flight) throws FailureException {
        List<ListedItem> item = List.of(flight.item());
        if (!flight.request().folder().isInbox()) {
            sink.failed(
                    flight.request(),
                    item,
                    MailFailure.FOLDER_MISSING.with(flight.request().folder()));
        } else if (flight.number() == 0) {
            sink.vanished(flight.request(), item);
        } else {
            PopReply reply = protocol.reply();
            if (reply.isOk()) {
                message(flight);
            } else {
                sink.failed(flight.request(), item, MailFailure.MESSAGE_UNREADABLE.with(reply.words()));
            }
        }
    }

    private void message(Flight flight) throws FailureException {
        long announced = drop.size(flight.number());
        PopStream stream = protocol.message(announced < 0 ? Long.MAX_VALUE : announced * 2 + SLACK);
        boolean whole = flight.request().part() == FetchRequest.Part.FULL;
        Body body = receive(whole ? stream : stream.headerOnly(), whole ? announced : -1);
        boolean given = false;
        try {
            stream.finish();
            Instant received = dates.received(stream.header());
            long size = whole ? body.size() : announced;
            given = true;
            sink.item(flight.request(), new ListedItem(flight.item().id(), size, received, Flags.NONE), body);
        } catch (IOException e) {
            throw protocol.wire().failure(e);
        } finally {
            if (!given) {
                body.close();
            }
        }
    }

    private Body receive(InputStream stream, long announced) throws FailureException {
        Wire wire = protocol.wire();
        try {
            return context.bodies().receive(stream, announced);
        } catch (WireException e) {
            throw wire.failure(e);
        } catch (IOException e) {
            throw new FailureException(MailFailure.SPOOL_FAILED.with(e.getMessage()), e);
        }
    }
}
