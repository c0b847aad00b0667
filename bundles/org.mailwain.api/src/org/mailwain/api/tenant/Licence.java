package org.mailwain.api.tenant;

/**
 * Licences of one kind that the tenant has.
 *
 * @param name as the provider calls it, for example {@code O365_BUSINESS_ESSENTIALS}
 * @param quota bytes of the mailbox that comes with it; 0 where none does, -1 where its size is not known
 * @param bought how many there are
 * @param used how many are given to users
 */
public record Licence(String id, String name, long quota, int bought, int used) {
    public int free() {
        return Math.max(0, bought - used);
    }

    public boolean givesMailbox() {
        return quota != 0;
    }
}
