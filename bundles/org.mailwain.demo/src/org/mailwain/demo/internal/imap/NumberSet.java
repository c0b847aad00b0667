package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** A set of UIDs or of sequence numbers ({@code 1:5,7,9:*}) (RFC 3501 section 9, sequence-set). */
record NumberSet(List<Range> ranges) {
    private static final long STAR = -1;

    private record Range(long from, long to) {
        Range resolved(long star) {
            long first = from == STAR ? star : from;
            long last = to == STAR ? star : to;
            return new Range(Math.min(first, last), Math.max(first, last));
        }
    }

    static NumberSet parse(CommandInput in) throws IOException, CommandException {
        String text = in.until("()");
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            long from = number(colon < 0 ? part : part.substring(0, colon));
            ranges.add(new Range(from, colon < 0 ? from : number(part.substring(colon + 1))));
        }
        return new NumberSet(ranges);
    }

    private static long number(String text) throws CommandException {
        if (text.equals("*")) {
            return STAR;
        }
        long value = text.matches("[1-9]\\d{0,9}") ? Long.parseLong(text) : 0;
        if (value == 0 || value > 0xFFFFFFFFL) {
            throw CommandException.bad("wrong message set");
        }
        return value;
    }

    /** The positions, from 0 and ascending, of those UIDs of a sorted list that are in the set. */
    List<Integer> positionsOfUids(List<Long> uids) {
        long star = uids.isEmpty() ? 1 : uids.getLast();
        List<Integer> positions = new ArrayList<>();
        for (Range range : merged(star)) {
            int at = Collections.binarySearch(uids, range.from);
            for (int i = at < 0 ? -at - 1 : at; i < uids.size() && uids.get(i) <= range.to; i++) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** The positions, from 0 and ascending, that the sequence numbers name. */
    List<Integer> positionsOfNumbers(int count) throws CommandException {
        List<Integer> positions = new ArrayList<>();
        for (Range range : merged(count)) {
            if (range.from < 1 || range.to > count) {
                throw CommandException.bad("no message of that number");
            }
            for (long i = range.from; i <= range.to; i++) {
                positions.add((int) i - 1);
            }
        }
        return positions;
    }

    /** Whether the number is in the set, where {@code *} means that one. */
    boolean contains(long number, long star) {
        return ranges.stream().map(range -> range.resolved(star)).anyMatch(r -> r.from <= number && number <= r.to);
    }

    private List<Range> merged(long star) {
        List<Range> sorted = new ArrayList<>();
        ranges.stream()
                .map(range -> range.resolved(star))
                .sorted(Comparator.comparingLong(Range::from))
                .forEach(range -> {
                    Range last = sorted.isEmpty() ? null : sorted.getLast();
                    if (last != null && range.from <= last.to + 1) {
                        sorted.set(sorted.size() - 1, new Range(last.from, Math.max(last.to, range.to)));
                    } else {
                        sorted.add(range);
                    }
                });
        return sorted;
    }

    /** UIDs in the short form of UIDPLUS answers, in their order; ranges only where they ascend. */
    static String format(List<Long> uids) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < uids.size(); ) {
            int end = i;
            while (end + 1 < uids.size() && uids.get(end + 1) == uids.get(end) + 1) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ",").append(uids.get(i));
            if (end > i) {
                text.append(':').append(uids.get(end));
            }
            i = end + 1;
        }
        return text.toString();
    }
}
