package org.mailwain.simulator.graph;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An application that is registered in the tenant.
 *
 * @param roles application permissions with an administrator's consent; they stand in its tokens
 * @param exchangeRoles permissions that were granted in Exchange alone; they work and stand in no token
 * @param scopes delegated permissions
 */
public record Application(
        UUID id,
        String secret,
        List<X509Certificate> certificates,
        Set<String> roles,
        Set<String> exchangeRoles,
        Set<String> scopes) {
    /** Everything that a migration needs. */
    public static final Set<String> MIGRATION = Set.of(
            "Mail.ReadWrite",
            "User.ReadWrite.All",
            "Organization.Read.All",
            "Domain.Read.All",
            "LicenseAssignment.ReadWrite.All");

    public Application {
        certificates = List.copyOf(certificates);
        roles = Set.copyOf(roles);
        exchangeRoles = Set.copyOf(exchangeRoles);
        scopes = Set.copyOf(scopes);
    }

    public static Application of(UUID id, String secret, Set<String> roles) {
        return new Application(id, secret, List.of(), roles, Set.of(), Set.of("Mail.ReadWrite", "User.Read"));
    }

    @Override
    public String toString() {
        return "application " + id;
    }
}
