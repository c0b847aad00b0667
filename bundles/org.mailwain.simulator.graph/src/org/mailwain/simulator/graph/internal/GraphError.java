package org.mailwain.simulator.graph.internal;

/** A refusal, as Graph words it. */
final class GraphError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final int retryAfter;

    GraphError(int status, String code, String message) {
        this(status, code, message, -1);
    }

    /** @param retryAfter seconds, below 0 where the answer says nothing of it */
    GraphError(int status, String code, String message, int retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static GraphError bad(String code, String message) {
        return new GraphError(400, code, message);
    }

    static GraphError notFound(String what) {
        return new GraphError(404, "ErrorItemNotFound", "The specified object was not found in the store. " + what);
    }

    static GraphError denied(String needed) {
        return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges: " + needed);
    }

    int retryAfter() {
        return retryAfter;
    }

    Answer answer() {
        Answer answer = Answer.json(
                status,
                Json.object().set("error", Json.object().put("code", code).put("message", getMessage())));
        return retryAfter < 0 ? answer : answer.with("Retry-After", Integer.toString(retryAfter));
    }
}
