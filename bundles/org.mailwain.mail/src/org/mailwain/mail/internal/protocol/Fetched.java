package org.mailwain.mail.internal.protocol;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;

/** What one FETCH answer said of one message; what it did not name is null, 0 or -1. */
public final class Fetched {
    final long sequence;
    long uid;
    Flags flags;
    Instant received;
    boolean dated;
    long size = -1;
    boolean sized;
    long modseq = -1;
    Body body;
    byte[] fields;
    boolean bodyIsNil;
    private Map<String, List<String>> others;

    Fetched(long sequence) {
        this.sequence = sequence;
    }

    public long sequence() {
        return sequence;
    }

    public long uid() {
        return uid;
    }

    public Flags flags() {
        return flags;
    }

    /** Null where the date was not named or cannot be believed. */
    public Instant received() {
        return received;
    }

    public long size() {
        return size;
    }

    /** Whether the answer had a size, believable or not. */
    public boolean isSized() {
        return sized;
    }

    /** Whether the answer had a date, believable or not. */
    public boolean isDated() {
        return dated;
    }

    public Body body() {
        return body;
    }

    /** Whether the server says that there is no body to give. */
    public boolean bodyIsNil() {
        return bodyIsNil;
    }

    public byte[] fields() {
        return fields;
    }

    /** Items that are none of the above, by upper-case name; a list as its elements, anything else as one element. */
    public Map<String, List<String>> others() {
        return others == null ? Map.of() : others;
    }

    void other(String name, List<String> values) {
        if (others == null) {
            others = new HashMap<>();
        }
        others.put(name, values);
    }

    /** Adds what a further answer for the same message says; a server may tell it in pieces. */
    public void merge(Fetched later) {
        uid = later.uid != 0 ? later.uid : uid;
        flags = later.flags != null ? later.flags : flags;
        received = later.dated ? later.received : received;
        dated |= later.dated;
        size = later.sized ? later.size : size;
        sized |= later.sized;
        fields = later.fields != null ? later.fields : fields;
        bodyIsNil |= later.bodyIsNil;
        later.others().forEach(this::other);
        if (later.body != null) {
            discard();
            body = later.body;
        }
    }

    public void discard() {
        if (body != null) {
            body.close();
            body = null;
        }
    }
}
