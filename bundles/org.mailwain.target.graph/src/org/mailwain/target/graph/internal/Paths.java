package org.mailwain.target.graph.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses within Graph. */
final class Paths {
    private final String user;

    Paths(String mailbox) {
        this.user = "/users/" + encoded(mailbox);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** As inside a batch, without the version. */
    String folder(String id) {
        return user + "/mailFolders/" + encoded(id);
    }

    String folders() {
        return user + "/mailFolders";
    }

    String messages() {
        return user + "/messages";
    }

    String message(String id) {
        return user + "/messages/" + encoded(id);
    }

    static String v1(String path) {
        return "/v1.0" + path;
    }

    static String beta(String path) {
        return "/beta" + path;
    }

    static String query(String name, String value) {
        return name + "=" + encoded(value);
    }
}
