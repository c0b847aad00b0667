package org.mailwain.mail.internal.imap;

import org.mailwain.api.mail.ItemId;

/** Which UID each item of one folder has, where items have names of eight bytes; about 24 bytes an item. */
final class UidTable {
    private long[] names = new long[256];
    private int[] uids = new int[256];
    private int count;
    private boolean whole;

    /** Whether everything that stood in the folder was learnt. */
    boolean isWhole() {
        return whole;
    }

    void whole() {
        whole = true;
    }

    /** @param uid counts from now on, where the item had another */
    void learn(ItemId id, long uid) {
        if (count * 2 >= uids.length) {
            grow();
        }
        put(id.number(), (int) uid);
    }

    private void put(long name, int uid) {
        int at = place(name);
        if (uids[at] == 0) {
            count++;
        }
        names[at] = name;
        uids[at] = uid;
    }

    /** The UID of an item, or -1. */
    long uid(ItemId id) {
        int uid = uids[place(id.number())];
        return uid == 0 ? -1 : uid & 0xFFFFFFFFL;
    }

    private int place(long name) {
        int mask = uids.length - 1;
        int at = Long.hashCode(name * 0x9E3779B97F4A7C15L) & mask;
        while (uids[at] != 0 && names[at] != name) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldNames = names;
        int[] oldUids = uids;
        names = new long[oldUids.length * 2];
        uids = new int[oldUids.length * 2];
        count = 0;
        for (int i = 0; i < oldUids.length; i++) {
            if (oldUids[i] != 0) {
                put(oldNames[i], oldUids[i]);
            }
        }
    }
}
