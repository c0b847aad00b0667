package org.mailwain.simulator.graph;

import java.util.UUID;

/**
 * A licence that the tenant has bought.
 *
 * @param part its name, for example {@code O365_BUSINESS_ESSENTIALS}
 * @param mailboxPlan the service plan in it that gives a mailbox, empty where it gives none
 * @param enabled how many were bought
 */
public record Sku(UUID id, String part, String mailboxPlan, int enabled) {
    public static Sku of(String part, String mailboxPlan, int enabled) {
        return new Sku(UUID.nameUUIDFromBytes(part.getBytes()), part, mailboxPlan, enabled);
    }
}
