package org.mailwain.simulator.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A user of the tenant. Guarded by the tenant. */
public final class User {
    private final UUID id = UUID.randomUUID();
    private final String principalName;
    private final List<String> proxyAddresses = new ArrayList<>();
    private final Set<UUID> licences = new LinkedHashSet<>();
    private String displayName;
    private String mail;
    private String usageLocation;
    private boolean enabled = true;
    private boolean hidden;
    private Instant mailboxFrom;
    private Mailbox mailbox;

    User(String principalName, String displayName) {
        this.principalName = principalName;
        this.displayName = displayName;
    }

    public UUID id() {
        return id;
    }

    public String principalName() {
        return principalName;
    }

    public String displayName() {
        return displayName;
    }

    public User named(String name) {
        displayName = name;
        return this;
    }

    /** The primary address, null before there is a mailbox. */
    public String mail() {
        return mail;
    }

    /** Two-letter country, null where none was set. */
    public String usageLocation() {
        return usageLocation;
    }

    public User in(String country) {
        usageLocation = country;
        return this;
    }

    public boolean enabled() {
        return enabled;
    }

    public User enabled(boolean signIn) {
        enabled = signIn;
        return this;
    }

    /** Whether address lists leave the user out. */
    public boolean hidden() {
        return hidden;
    }

    public User hidden(boolean inAddressLists) {
        hidden = inAddressLists;
        return this;
    }

    /** With {@code SMTP:} before the primary address and {@code smtp:} before the others. */
    public List<String> proxyAddresses() {
        return proxyAddresses;
    }

    public Set<UUID> licences() {
        return licences;
    }

    /** Makes the mailbox, to answer from the moment on. */
    void mailbox(Mailbox made, Instant from) {
        mailbox = made;
        mailboxFrom = from;
        mail = principalName;
        if (proxyAddresses.isEmpty()) {
            proxyAddresses.add("SMTP:" + principalName);
        }
    }

    /** Null where there is none, or none yet. */
    public Mailbox mailbox(Instant now) {
        return mailbox == null || now.isBefore(mailboxFrom) ? null : mailbox;
    }

    /** The mailbox, whether it answers yet or not; null where there is none. */
    public Mailbox mailbox() {
        return mailbox;
    }
}
