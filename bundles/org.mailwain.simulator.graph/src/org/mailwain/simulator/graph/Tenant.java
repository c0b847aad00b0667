package org.mailwain.simulator.graph;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The directory of an organisation. Thread-safe; whoever changes a {@link User} locks the tenant. */
public final class Tenant {
    /** A domain of the tenant. @param verified by a DNS record of the owner */
    public record Domain(String name, boolean verified, boolean initial) {}

    private final UUID id = UUID.randomUUID();
    private final Clock clock;
    private final Duration mailboxDelay;
    private final Map<String, Domain> domains = new LinkedHashMap<>();
    private final Map<UUID, Sku> skus = new LinkedHashMap<>();
    private final Map<UUID, Application> applications = new LinkedHashMap<>();
    private final Map<String, User> users = new LinkedHashMap<>();

    Tenant(Clock clock, Duration mailboxDelay) {
        this.clock = clock;
        this.mailboxDelay = mailboxDelay;
    }

    public UUID id() {
        return id;
    }

    public synchronized Tenant domain(String name, boolean verified) {
        boolean initial = name.endsWith(".onmicrosoft.com");
        domains.put(name.toLowerCase(Locale.ROOT), new Domain(name, verified, initial));
        return this;
    }

    public synchronized List<Domain> domains() {
        return List.copyOf(domains.values());
    }

    public synchronized boolean verified(String domain) {
        Domain found = domains.get(domain.toLowerCase(Locale.ROOT));
        return found != null && found.verified();
    }

    public synchronized Tenant sku(Sku sku) {
        skus.put(sku.id(), sku);
        return this;
    }

    public synchronized List<Sku> skus() {
        return List.copyOf(skus.values());
    }

    public synchronized Sku sku(UUID sku) {
        return skus.get(sku);
    }

    /** How many users have the licence. */
    public synchronized int consumed(UUID sku) {
        return (int)
                users.values().stream().filter(u -> u.licences().contains(sku)).count();
    }

    /** Registers an application with a secret. */
    public synchronized Application register(String secret, Set<String> roles) {
        return register(Application.of(UUID.randomUUID(), secret, roles));
    }

    public synchronized Application register(Application application) {
        applications.put(application.id(), application);
        return application;
    }

    public synchronized Application application(UUID client) {
        return applications.get(client);
    }

    public synchronized User user(String principalName, String displayName) {
        User user = new User(principalName, displayName);
        users.put(principalName.toLowerCase(Locale.ROOT), user);
        return user;
    }

    /** A user with a mailbox that answers at once. */
    public synchronized Mailbox mailbox(String principalName) {
        User user = user(principalName, principalName.substring(0, principalName.indexOf('@')));
        user.mailbox(new Mailbox(clock), clock.instant());
        return user.mailbox();
    }

    /** Gives a licence, and with it a mailbox where it holds one. */
    public synchronized void license(User user, Sku sku) {
        user.licences().add(sku.id());
        if (!sku.mailboxPlan().isEmpty() && user.mailbox() == null) {
            user.mailbox(new Mailbox(clock), clock.instant().plus(mailboxDelay));
        }
    }

    public synchronized List<User> users() {
        return new ArrayList<>(users.values());
    }

    /** By id, user principal name or primary address; null where there is none. */
    public synchronized User find(String name) {
        User named = users.get(name.toLowerCase(Locale.ROOT));
        return named != null
                ? named
                : users.values().stream()
                        .filter(u -> u.id().toString().equalsIgnoreCase(name) || name.equalsIgnoreCase(u.mail()))
                        .findFirst()
                        .orElse(null);
    }
}
