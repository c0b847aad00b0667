package org.mailwain.demo.internal.imap;

/** A name with {@code *} and {@code %} (RFC 3501 section 6.3.8). Time grows with both lengths, never beyond. */
record ListPattern(String pattern, char delimiter) {
    boolean matches(String name) {
        boolean[] reached = new boolean[name.length() + 1];
        reached[0] = true;
        for (int p = 0; p < pattern.length(); p++) {
            char c = pattern.charAt(p);
            boolean[] next = new boolean[name.length() + 1];
            for (int n = 0; n <= name.length(); n++) {
                if (c == '*' || c == '%') {
                    boolean further = n > 0 && next[n - 1] && (c == '*' || name.charAt(n - 1) != delimiter);
                    next[n] = reached[n] || further;
                } else {
                    next[n] = n > 0 && reached[n - 1] && name.charAt(n - 1) == c;
                }
            }
            reached = next;
        }
        return reached[name.length()];
    }
}
