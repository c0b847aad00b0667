package org.mailwain.simulator.graph.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of extended properties, in the one spelling in which the service gives them back. */
final class PropertyId {
    static final String FLAGS = "Integer 0xe07";
    static final String RECEIVED = "SystemTime 0xe06";
    static final String SENT = "SystemTime 0x39";
    static final String HEADERS = "String 0x7d";
    static final String FOLDER_SIZE = "Long 0xe08";
    static final String SIZE = "Integer 0xe08";

    private static final Pattern NUMBERED =
            Pattern.compile("(Integer|Long|String|SystemTime|Boolean|Binary|Double|CLSID) 0x([0-9A-Fa-f]{1,4})");
    private static final Pattern NAMED = Pattern.compile(
            "(Integer|Long|String|SystemTime|Boolean|Binary|Double|CLSID) \\{([0-9A-Fa-f-]{36})\\} (Name|Id) (.+)");

    private PropertyId() {}

    /** @throws GraphError where it is no id of a property */
    static String normal(String id) {
        Matcher numbered = NUMBERED.matcher(id);
        if (numbered.matches()) {
            return numbered.group(1) + " 0x" + Integer.toHexString(Integer.parseInt(numbered.group(2), 16));
        }
        Matcher named = NAMED.matcher(id);
        if (named.matches()) {
            return named.group(1) + " {" + named.group(2).toLowerCase(Locale.ROOT) + "} " + named.group(3) + " "
                    + named.group(4);
        }
        throw GraphError.bad("ErrorInvalidProperty", "The property id '" + id + "' is invalid.");
    }

    /** Under which a header line of a MIME message is found. */
    static String header(String name) {
        return normal("String {00020386-0000-0000-C000-000000000046} Name " + name);
    }
}
