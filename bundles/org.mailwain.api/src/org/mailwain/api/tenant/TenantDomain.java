package org.mailwain.api.tenant;

/** A domain of a tenant. @param verified to be the owner's; @param mail whether the tenant takes mail for it */
public record TenantDomain(String name, boolean verified, boolean mail) {}
