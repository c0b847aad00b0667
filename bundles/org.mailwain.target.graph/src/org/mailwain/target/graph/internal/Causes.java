package org.mailwain.target.graph.internal;

/** What is behind an exception. */
final class Causes {
    private Causes() {}

    /** The outermost of that type; null where there is none. */
    static <E> E of(Throwable thrown, Class<E> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
