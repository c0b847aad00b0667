package org.mailwain.api.settings;

/** The name or address of a machine, as a component type, so that files are checked for it. */
public record Host(String name) {
    /** Letters, digits, hyphens and dots (RFC 1123), Unicode letters, or an IPv6 address without brackets. */
    public Host {
        if (!valid(name)) {
            throw new IllegalArgumentException("not a host name");
        }
    }

    public static boolean valid(String text) {
        if (text.isEmpty() || text.length() > 253) {
            return false;
        }
        if (text.indexOf(':') >= 0) {
            return text.matches("[0-9A-Fa-f:.]+(%[\\w]+)?");
        }
        for (String label : text.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
            if (!label.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
