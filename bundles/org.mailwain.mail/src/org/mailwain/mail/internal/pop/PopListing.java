package org.mailwain.mail.internal.pop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.pop.PopFailure;

/** Finds out which messages there are, with STAT, LIST and UIDL; headers take the place of a UIDL that is missing. */
final class PopListing {
    private static final int MOST_MESSAGES = 2_000_000;
    private static final int LONGEST_NAME = 400;
    private static final int LARGEST_HEADER = 16 << 20;
    private static final Epoch UIDL = new Epoch("uidl");
    private static final Epoch HEADERS = new Epoch("headers");

    private final PopProtocol protocol;
    private final int depth;
    private final Wire wire;

    /** @param depth commands under way at once */
    PopListing(PopProtocol protocol, int depth) {
        this.protocol = protocol;
        this.depth = depth;
        this.wire = protocol.wire();
    }

    PopDrop run() throws FailureException {
        int count = count();
        boolean pipelined = depth > 1;
        protocol.send("LIST");
        if (pipelined) {
            protocol.send("UIDL");
        }
        long[] sizes = sizes(count);
        if (!pipelined) {
            protocol.send("UIDL");
        }
        List<String> names = names(count);
        return names != null ? new PopDrop(UIDL, names, sizes) : new PopDrop(HEADERS, headers(count, sizes), sizes);
    }

    private int count() throws FailureException {
        PopReply reply = protocol.run("STAT");
        if (!reply.isOk()) {
            throw PopFailure.COMMAND_REFUSED.raise("STAT", reply.words());
        }
        long count = number(reply.text().split(" ")[0]);
        if (count > MOST_MESSAGES) {
            throw PopFailure.TOO_MANY.raise(wire.address(), count, MOST_MESSAGES);
        }
        return (int) count;
    }

    private long[] sizes(int count) throws FailureException {
        PopReply reply = protocol.reply();
        if (!reply.isOk()) {
            throw PopFailure.COMMAND_REFUSED.raise("LIST", reply.words());
        }
        long[] sizes = new long[count];
        Arrays.fill(sizes, -1);
        protocol.lines(line -> {
            String[] words = line.split(" ");
            sizes[index(words, count)] = number(words[1]);
        });
        return sizes;
    }

    /** Null where the server has no UIDL. */
    private List<String> names(int count) throws FailureException {
        if (!protocol.reply().isOk()) {
            return null;
        }
        String[] names = new String[count];
        protocol.lines(line -> {
            String[] words = line.split(" ");
            int index = index(words, count);
            if (words[1].length() > LONGEST_NAME) {
                throw wire.broken(MailFailure.MALFORMED, "UIDL");
            }
            names[index] = words[1];
        });
        if (Arrays.stream(names).anyMatch(name -> name == null)) {
            throw malformed("UIDL");
        }
        return List.of(names);
    }

    /** A message of which nothing but the header is known. */
    private List<String> headers(int count, long[] sizes) throws FailureException {
        List<String> names = new ArrayList<>(count);
        int sent = 0;
        while (names.size() < count) {
            while (sent < count && sent - names.size() < depth) {
                protocol.send("TOP " + ++sent + " 0");
            }
            if (!protocol.reply().isOk()) {
                throw PopFailure.NO_IDENTITY.raise(wire.address());
            }
            PopStream stream = protocol.message(LARGEST_HEADER);
            try {
                stream.finish();
            } catch (IOException e) {
                throw wire.failure(e);
            }
            byte[] header = stream.header();
            names.add(HeaderIdentity.of(header, header.length).fingerprint() + "." + sizes[names.size()]);
        }
        return names;
    }

    private int index(String[] words, int count) throws IOException {
        if (words.length < 2 || words[1].isEmpty()) {
            throw wire.broken(MailFailure.MALFORMED, PopReply.words(words[0]));
        }
        long number = words[0].matches("\\d{1,9}") ? Long.parseLong(words[0]) : 0;
        if (number < 1 || number > count) {
            throw wire.broken(MailFailure.MALFORMED, PopReply.words(words[0]));
        }
        return (int) number - 1;
    }

    private long number(String text) throws FailureException {
        if (!text.matches("\\d{1,18}")) {
            throw malformed(PopReply.words(text));
        }
        return Long.parseLong(text);
    }

    private FailureException malformed(String place) {
        return wire.failure(wire.broken(MailFailure.MALFORMED, place));
    }
}
