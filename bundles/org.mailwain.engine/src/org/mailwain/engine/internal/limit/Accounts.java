package org.mailwain.engine.internal.limit;

import java.util.HashMap;
import java.util.Map;

/** How many connections are open for each account of an endpoint. Guarded by its gate. */
final class Accounts {
    private final int most;
    private final Map<String, Integer> open = new HashMap<>();

    /** @param most connections that the server takes for one account */
    Accounts(int most) {
        this.most = most;
    }

    boolean hasRoom(String account) {
        return open.getOrDefault(account, 0) < most;
    }

    void enter(String account) {
        open.merge(account, 1, Integer::sum);
    }

    void leave(String account) {
        open.computeIfPresent(account, (name, count) -> count == 1 ? null : count - 1);
    }
}
