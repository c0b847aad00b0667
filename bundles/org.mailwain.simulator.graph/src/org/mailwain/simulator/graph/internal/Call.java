package org.mailwain.simulator.graph.internal;

import java.util.List;
import java.util.Map;
import org.mailwain.simulator.graph.Mailbox;
import org.mailwain.simulator.graph.Tenant;

/**
 * A request to Graph whose token was accepted.
 *
 * @param version {@code v1.0} or {@code beta}
 * @param path its segments after the version, decoded
 * @param headers by lower-case name
 * @param bearer who asks
 */
record Call(
        String method,
        String version,
        List<String> path,
        Query query,
        Map<String, String> headers,
        byte[] body,
        Bearer bearer,
        Tenant tenant) {

    /** Whether the path is this one; {@code *} stands for any one segment. */
    boolean is(String verb, String... pattern) {
        if (!method.equals(verb) || path.size() != pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equalsIgnoreCase(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean immutableIds() {
        return header("prefer").replace(" ", "").contains("IdType=\"ImmutableId\"");
    }

    boolean isJson() {
        return header("content-type").startsWith("application/json");
    }

    /** @throws GraphError where none of these permissions was given */
    void needs(String... any) {
        for (String role : any) {
            if (bearer.may(role)) {
                return;
            }
        }
        throw GraphError.denied(String.join(" or ", any));
    }

    /** A mailbox and what is called in it, without the user's part of the path. */
    record InMailbox(Call call, Mailbox mailbox, List<String> rest) {}
}
