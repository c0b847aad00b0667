package org.mailwain.mail.internal.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;
import org.mailwain.mail.internal.protocol.Words;

/** Searches a folder by the words of a person (RFC 9051 section 6.4.4), so many messages at a time that answers are short. */
final class Searching {
    /** An answer of so many UIDs stays well below the longest line that is read. */
    private static final long MOST_AT_ONCE = 50_000;

    private final Session session;
    private final FolderPath folder;
    private final String criteria;

    Searching(Session session, FolderPath folder, String criteria) {
        this.session = session;
        this.folder = folder;
        this.criteria = criteria;
    }

    /** @return what tells whether an item was found */
    Predicate<ItemId> run() throws FailureException {
        List<Piece> pieces = pieces();
        StatusAnswer status = StatusAnswer.send(session, folder);
        Selection selection = session.select(folder, false);
        session.pipeline.await();
        if (selection.failed()) {
            throw new FailureException(selection.failure());
        }
        Found found = new Found();
        long next = status.state().next();
        long count = status.state().count();
        if (next <= 0 || count <= MOST_AT_ONCE) {
            search("", pieces, found);
        } else {
            long window = Math.max(1, next / 2 * MOST_AT_ONCE / count);
            for (long from = 1; from < next; from += window) {
                search("UID " + from + ":" + (from + window - 1) + " ", pieces, found);
            }
        }
        long[] uids = found.sorted();
        Naming naming = new Naming(session, folder);
        return id -> {
            long uid = naming.uid(id);
            // whose UID nobody knows may have been found
            return uid < 0 || Arrays.binarySearch(uids, uid) >= 0;
        };
    }

    private void search(String range, List<Piece> pieces, Found found) throws FailureException {
        boolean ascii = pieces.stream().noneMatch(Piece::literal);
        Reply reply = session.pipeline.run(found, words -> {
            words.text("UID SEARCH " + (ascii ? "" : "CHARSET UTF-8 ") + range);
            for (Piece piece : pieces) {
                piece.writeTo(words);
            }
        });
        if (!reply.isOk()) {
            throw new FailureException(session.pipeline
                    .refusals()
                    .limits(reply)
                    .orElseGet(() -> MailFailure.SEARCH_REFUSED.with(criteria, reply.words())));
        }
    }

    /** A part of the search: as it is typed, or a string with other letters than ASCII. */
    private record Piece(byte[] bytes, boolean literal) {
        void writeTo(Words words) throws IOException, FailureException, Words.Declined {
            if (literal) {
                words.literal(bytes.length, out -> out.write(bytes));
            } else {
                words.text(new String(bytes, StandardCharsets.US_ASCII));
            }
        }
    }

    /** What would end the command, or begin a literal of its own, is no search. */
    private List<Piece> pieces() throws FailureException {
        if (criteria.isBlank() || criteria.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '{')) {
            throw MailFailure.SEARCH_REFUSED.raise(criteria, "");
        }
        List<Piece> pieces = new ArrayList<>();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int at = 0;
        while (at < criteria.length()) {
            int end = criteria.charAt(at) == '"' ? quoted(at) : at + 1;
            String part = criteria.substring(at, end);
            if (part.chars().allMatch(c -> c < 0x7F)) {
                plain.writeBytes(part.getBytes(StandardCharsets.US_ASCII));
            } else if (part.charAt(0) == '"') {
                pieces.add(new Piece(plain.toByteArray(), false));
                plain.reset();
                String text = part.substring(1, part.length() - 1).replaceAll("\\\\(.)", "$1");
                pieces.add(new Piece(text.getBytes(StandardCharsets.UTF_8), true));
            } else {
                throw MailFailure.SEARCH_REFUSED.raise(criteria, part);
            }
            at = end;
        }
        pieces.add(new Piece(plain.toByteArray(), false));
        return pieces;
    }

    /** @return behind the closing quote */
    private int quoted(int start) throws FailureException {
        int at = start + 1;
        while (at < criteria.length() && criteria.charAt(at) != '"') {
            at += criteria.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= criteria.length()) {
            throw MailFailure.SEARCH_REFUSED.raise(criteria, criteria.substring(start));
        }
        return at + 1;
    }

    /** The UIDs of all answers; eight bytes each. */
    private static final class Found implements Answer {
        private long[] uids = new long[256];
        private int count;

        @Override
        public boolean untagged(IMAPResponse response) {
            if (!response.keyEquals("SEARCH")) {
                return false;
            }
            for (long uid = response.readLong(); uid > 0; uid = response.readLong()) {
                if (count == uids.length) {
                    uids = Arrays.copyOf(uids, count * 2);
                }
                uids[count++] = uid;
            }
            return true;
        }

        @Override
        public void done(Reply reply) {
            // the UIDs are all that is wanted
        }

        long[] sorted() {
            long[] all = Arrays.copyOf(uids, count);
            Arrays.sort(all);
            return all;
        }
    }
}
