package org.mailwain.target.graph.internal;

import com.microsoft.kiota.HttpMethod;

/** One request, as bytes: the SDK writes a model once only. @param count requests in it */
record Ask(HttpMethod method, String path, byte[] body, String type, int count) {
    static Ask get(String path) {
        return new Ask(HttpMethod.GET, path, null, null, 1);
    }

    static Ask json(HttpMethod method, String path, byte[] body) {
        return new Ask(method, path, body, "application/json", 1);
    }

    static Ask text(String path, byte[] body) {
        return new Ask(HttpMethod.POST, path, body, "text/plain", 1);
    }

    /** So many requests in one. */
    static Ask batch(String path, byte[] body, int count) {
        return new Ask(HttpMethod.POST, path, body, "application/json", count);
    }

    static Ask empty(HttpMethod method, String path) {
        return new Ask(method, path, null, null, 1);
    }
}
