package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.LiteralStream;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.internal.wire.WireInput;

/** The words of a FETCH answer, read from the wire without copying the line; nothing here recurses. */
final class Tokens {
    /** No item that we know, bodies aside, holds a longer literal. */
    private static final int SMALL_LITERAL = 1 << 16;

    private final Wire wire;
    private byte[] scratch = new byte[1 << 10];
    private int used;

    Tokens(Wire wire) {
        this.wire = wire;
    }

    private WireInput in() {
        return wire.in();
    }

    /** The bytes of the last word, {@link #length} of them. */
    byte[] bytes() {
        return scratch;
    }

    int length() {
        return used;
    }

    String text() {
        return new String(scratch, 0, used, StandardCharsets.ISO_8859_1);
    }

    IOException malformed(String place) {
        return wire.broken(MailFailure.MALFORMED, place);
    }

    private void keep(int b) {
        if (used == scratch.length) {
            scratch = Arrays.copyOf(scratch, used * 2);
        }
        scratch[used++] = (byte) b;
    }

    void blanks() throws IOException {
        while (in().peek() == ' ') {
            in().read();
        }
    }

    void expect(char wanted) throws IOException {
        if (in().read() != wanted) {
            throw malformed("FETCH");
        }
    }

    /** The end of the line, whatever blanks stand before it. */
    void lineEnd() throws IOException {
        blanks();
        int b = in().read();
        if (b == '\r') {
            b = in().read();
        }
        if (b != '\n') {
            throw malformed("FETCH");
        }
    }

    /** An item's name in upper case, with its section in brackets: {@code BODY[HEADER.FIELDS (DATE)]<0>}. */
    void name() throws IOException {
        used = 0;
        boolean section = false;
        int b = in().peek();
        while (section || b != ' ' && b != '(' && b != ')' && b != '\r' && b != '\n') {
            if (b == '\r' || b == '\n') {
                throw malformed("FETCH");
            }
            in().read();
            keep(b >= 'a' && b <= 'z' ? b - 32 : b);
            section = section ? b != ']' : b == '[';
            b = in().peek();
        }
        if (used == 0) {
            throw malformed("FETCH");
        }
    }

    /** Up to 2^63 - 1. */
    long number() throws IOException {
        long value = 0;
        int digits = 0;
        int b = in().peek();
        while (b >= '0' && b <= '9') {
            in().read();
            value = value * 10 + b - '0';
            digits++;
            if (digits > 19 || value < 0) {
                throw malformed("FETCH number");
            }
            b = in().peek();
        }
        if (digits == 0) {
            throw malformed("FETCH number");
        }
        return value;
    }

    /** Everything between a parenthesis that was read and its partner, as it stands; no nesting. */
    void flatList() throws IOException {
        used = 0;
        int b = in().read();
        while (b != ')') {
            if (b == '\r' || b == '\n' || b == '(') {
                throw malformed("FETCH list");
            }
            keep(b);
            b = in().read();
        }
    }

    /** The rest of a quoted string whose first quote was read. */
    void quoted() throws IOException {
        used = 0;
        int b = in().read();
        while (b != '"') {
            if (b == '\\') {
                b = in().read();
            }
            if (b == '\n') {
                throw malformed("FETCH string");
            }
            keep(b);
            b = in().read();
        }
    }

    /** The size in braces, whose first was read, up to the end of its line. */
    long literalSize() throws IOException {
        long size = number();
        int b = in().read();
        if (b == '+') {
            b = in().read();
        }
        if (b != '}') {
            throw malformed("FETCH literal");
        }
        lineEnd();
        return size;
    }

    /** Any value: NIL is no element, a list its elements, the inner lists' elements among them. */
    List<String> value() throws IOException {
        List<String> elements = new ArrayList<>();
        int depth = 0;
        do {
            blanks();
            int b = in().peek();
            switch (b) {
                case '(' -> {
                    in().read();
                    depth++;
                    if (depth > wire.limits().depth()) {
                        throw wire.broken(
                                MailFailure.NESTED_TOO_DEEP, wire.limits().depth());
                    }
                }
                case ')' -> {
                    in().read();
                    depth--;
                }
                default -> string(elements);
            }
        } while (depth > 0);
        return elements;
    }

    private void string(List<String> into) throws IOException {
        int b = in().peek();
        if (b == '"') {
            in().read();
            quoted();
            into.add(text());
        } else if (b == '{' || b == '~') {
            in().read();
            if (b == '~') {
                expect('{');
            }
            into.add(smallLiteral());
        } else {
            atom();
            if (!isNil()) {
                into.add(text());
            }
        }
    }

    private String smallLiteral() throws IOException {
        long size = literalSize();
        if (size > SMALL_LITERAL) {
            throw wire.broken(MailFailure.LITERAL_TOO_LARGE, size, SMALL_LITERAL);
        }
        LiteralStream literal = new LiteralStream(in(), size, size);
        byte[] bytes = literal.readNBytes((int) size);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Up to a blank, a parenthesis or the end of the line. */
    void atom() throws IOException {
        used = 0;
        int b = in().peek();
        while (b != ' ' && b != '(' && b != ')' && b != '\r' && b != '\n') {
            in().read();
            keep(b);
            b = in().peek();
        }
        if (used == 0) {
            throw malformed("FETCH value");
        }
    }

    boolean isNil() {
        return used == 3 && (scratch[0] | 0x20) == 'n' && (scratch[1] | 0x20) == 'i' && (scratch[2] | 0x20) == 'l';
    }

    /** Whether the last word is this upper-case text, or, where asked, begins with it. */
    boolean is(byte[] word, boolean atStart) {
        if (atStart ? used < word.length : used != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (scratch[i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
