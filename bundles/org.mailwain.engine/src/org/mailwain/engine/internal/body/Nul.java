package org.mailwain.engine.internal.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for NUL, which RFC 3501 and RFC 9051 (BINARY apart) forbid and some servers send and others replace. */
final class Nul {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Nul() {}

    static boolean in(byte[] bytes, int length) {
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long eight = (long) LONG.get(bytes, at);
            if (((eight - ONES) & ~eight & HIGH) != 0) { // a byte of eight is zero
                return true;
            }
        }
        for (; at < length; at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        return false;
    }
}
