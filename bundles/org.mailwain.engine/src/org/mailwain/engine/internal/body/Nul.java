package org.mailwain.engine.internal.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for NUL, which RFC 3501 and RFC 9051 (BINARY apart) forbid and some servers send and others replace. */
final class Nul {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int STEP = 32;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Nul() {}

    static boolean in(byte[] bytes, int length) {
        int at = 0;
        for (; at + STEP <= length; at += STEP) {
            if (inStep(bytes, at)) {
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

    /** A method of its own, since a run is short: what is called often is compiled well, a long loop is not. */
    private static boolean inStep(byte[] bytes, int at) {
        return (zeros(bytes, at) | zeros(bytes, at + 8) | zeros(bytes, at + 16) | zeros(bytes, at + 24)) != 0;
    }

    /** Not 0 where one of eight bytes is. */
    private static long zeros(byte[] bytes, int at) {
        long eight = (long) LONG.get(bytes, at);
        return (eight - ONES) & ~eight & HIGH;
    }
}
