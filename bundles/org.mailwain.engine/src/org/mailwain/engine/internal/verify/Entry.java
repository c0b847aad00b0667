package org.mailwain.engine.internal.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;

/**
 * What is kept of one message to compare it, as bytes whose order brings together what belongs together: the lane, the
 * identity, what of the content is compared, then date, flags and form.
 *
 * @param lane number of the target folder
 * @param size bytes where they are compared, else -1
 * @param digest of the content: its SHA-256, or that of what its parts decode to; empty where the content is not compared
 * @param received in seconds, {@link #NO_DATE} unknown
 * @param form its {@link Form} where parts are compared, else empty
 * @param place number of the folder in which it stands, on its side
 * @param shown size for people, -1 unknown
 */
record Entry(
        int lane,
        Fingerprint fingerprint,
        Nature nature,
        long size,
        byte[] digest,
        long received,
        String flags,
        byte[] form,
        int place,
        long shown,
        ItemId id) {
    static final long NO_DATE = Long.MIN_VALUE;

    private static final int LONGEST_FLAGS = 4_000;
    private static final int GROUP = Integer.BYTES + Fingerprint.LENGTH + 1;

    enum Nature {
        /** The header tells it from others. */
        STRONG,
        /** Only the content does. */
        WEAK,
        UNREADABLE
    }

    byte[] bytes() {
        byte[] flagBytes = flags.getBytes(StandardCharsets.UTF_8);
        byte[] idBytes = id.bytes();
        int variable = digest.length + flagBytes.length + form.length + idBytes.length;
        ByteBuffer out = ByteBuffer.allocate(GROUP + 8 + 1 + 8 + 2 + 2 + 4 + 8 + variable);
        out.putInt(lane).put(fingerprint.bytes()).put((byte) nature.ordinal());
        out.putLong(size).put((byte) digest.length).put(digest);
        out.putLong(received).putShort((short) flagBytes.length).put(flagBytes);
        out.putShort((short) form.length).put(form);
        out.putInt(place).putLong(shown).put(idBytes);
        return out.array();
    }

    static Entry of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int lane = in.getInt();
        Fingerprint fingerprint = Fingerprint.of(take(in, Fingerprint.LENGTH));
        Nature nature = Nature.values()[in.get()];
        long size = in.getLong();
        byte[] digest = take(in, in.get());
        long received = in.getLong();
        String flags = new String(take(in, in.getShort() & 0xFFFF), StandardCharsets.UTF_8);
        byte[] form = take(in, in.getShort());
        int place = in.getInt();
        long shown = in.getLong();
        ItemId id = ItemId.of(take(in, in.remaining()));
        return new Entry(lane, fingerprint, nature, size, digest, received, flags, form, place, shown, id);
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    static int lane(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt();
    }

    static Nature nature(byte[] bytes) {
        return Nature.values()[bytes[GROUP - 1]];
    }

    /** Same folder and same identity: equal in that prefix, else in the order of the records. */
    static int compareIdentity(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, 0, GROUP, b, 0, GROUP);
    }

    /** Besides, same size and content as far as they are compared. */
    static int compareContent(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, 0, contentEnd(a), b, 0, contentEnd(b));
    }

    /** Besides, same date, flags and form. */
    static int compareAll(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, 0, formEnd(a), b, 0, formEnd(b));
    }

    private static int contentEnd(byte[] bytes) {
        return GROUP + 8 + 1 + bytes[GROUP + 8];
    }

    private static int formEnd(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int flags = contentEnd(bytes) + 8;
        int form = flags + 2 + (in.getShort(flags) & 0xFFFF);
        return form + 2 + in.getShort(form);
    }

    /** Keywords differ only by more than case. */
    static String flags(Flags flags) {
        StringJoiner text = new StringJoiner(" ");
        flags.system().forEach(flag -> text.add(flag.atom()));
        flags.keywords().forEach(keyword -> text.add(keyword.toLowerCase(Locale.ROOT)));
        String all = text.toString();
        return all.length() > LONGEST_FLAGS ? all.substring(0, LONGEST_FLAGS) : all;
    }

    /** Seconds: servers keep no more. */
    static long seconds(Instant moment) {
        return moment == null ? NO_DATE : moment.getEpochSecond();
    }

    Instant date() {
        return received == NO_DATE ? null : Instant.ofEpochSecond(received);
    }
}
