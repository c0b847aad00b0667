package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.simulator.graph.Sku;
import org.mailwain.simulator.graph.Tenant;
import org.mailwain.simulator.graph.User;

/** Users, licences and domains. */
final class DirectoryCalls {
    private static final Set<String> NEW_USER = Set.of(
            "accountEnabled",
            "displayName",
            "givenName",
            "surname",
            "mailNickname",
            "userPrincipalName",
            "passwordProfile",
            "usageLocation");
    private static final Set<String> CHANGES = Set.of("usageLocation", "displayName", "accountEnabled");
    /** What an answer holds where nothing is selected. */
    private static final Set<String> DEFAULT = Set.of("id", "displayName", "mail", "userPrincipalName");

    private static final Set<String> USER = Set.of(
            "id",
            "displayName",
            "mail",
            "userPrincipalName",
            "proxyAddresses",
            "assignedLicenses",
            "usageLocation",
            "accountEnabled",
            "showInAddressList");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9'.\\-_!#^~]+@[A-Za-z0-9.-]+");
    private static final Pattern EQUAL = Pattern.compile("(userPrincipalName|mail) eq '((?:[^']|'')*)'");

    private final String base;

    DirectoryCalls(String base) {
        this.base = base;
    }

    /** @return null where the path is none of these */
    Answer answer(Call call) {
        if (call.is("GET", "users")) {
            reads(call);
            return users(call);
        } else if (call.is("POST", "users")) {
            call.needs("User.ReadWrite.All");
            return create(call);
        } else if (call.is("GET", "users", "*")) {
            reads(call);
            return Answer.json(200, json(user(call), call));
        } else if (call.is("PATCH", "users", "*")) {
            call.needs("User.ReadWrite.All");
            return change(call);
        } else if (call.is("POST", "users", "*", "assignLicense")) {
            call.needs("LicenseAssignment.ReadWrite.All", "User.ReadWrite.All");
            return license(call);
        } else if (call.is("GET", "subscribedSkus")) {
            call.needs("Organization.Read.All", "LicenseAssignment.Read.All", "Directory.Read.All");
            return Answer.json(200, Json.object().set("value", skus(call.tenant())));
        } else if (call.is("GET", "domains")) {
            call.needs("Domain.Read.All", "Domain.ReadWrite.All", "Directory.Read.All");
            return Answer.json(200, Json.object().set("value", domains(call.tenant())));
        }
        return null;
    }

    private static void reads(Call call) {
        call.needs("User.Read.All", "User.ReadWrite.All", "Directory.Read.All");
    }

    private Answer users(Call call) {
        int top = call.query().top(100, 999);
        int skip = call.query().skip();
        List<User> all = matching(call);
        ArrayNode page = Json.array();
        synchronized (call.tenant()) {
            all.stream().skip(skip).limit(top).forEach(user -> page.add(json(user, call)));
        }
        ObjectNode answer = Json.object();
        answer.set("value", page);
        if (skip + top < all.size()) {
            answer.put("@odata.nextLink", call.query().next(base + "/v1.0/users", skip + top));
        }
        return Answer.json(200, answer);
    }

    private static List<User> matching(Call call) {
        String filter = call.query().get("$filter");
        List<User> all = call.tenant().users();
        if (filter.isEmpty()) {
            return all;
        }
        Matcher equal = EQUAL.matcher(filter);
        if (!equal.matches()) {
            throw GraphError.bad("Request_UnsupportedQuery", "Unsupported filter: " + filter);
        }
        String wanted = equal.group(2).replace("''", "'");
        return all.stream()
                .filter(u -> wanted.equalsIgnoreCase(equal.group(1).equals("mail") ? u.mail() : u.principalName()))
                .toList();
    }

    private static User user(Call call) {
        User user = call.tenant().find(call.path().get(1));
        if (user == null) {
            throw new GraphError(
                    404,
                    "Request_ResourceNotFound",
                    "Resource '" + call.path().get(1) + "' does not exist or one of its queried reference-property"
                            + " objects are not present.");
        }
        return user;
    }

    private static ObjectNode json(User user, Call call) {
        List<String> select = call.query().select();
        for (String name : select) {
            if (!USER.contains(name)) {
                throw GraphError.bad("BadRequest", "Could not find a property named '" + name + "' on type 'user'.");
            }
        }
        Set<String> wanted = select.isEmpty() ? DEFAULT : new HashSet<>(select);
        ObjectNode all = Json.object()
                .put("id", user.id().toString())
                .put("displayName", user.displayName())
                .put("mail", user.mail())
                .put("userPrincipalName", user.principalName())
                .put("usageLocation", user.usageLocation())
                .put("accountEnabled", user.enabled())
                .put("showInAddressList", !user.hidden());
        all.set("proxyAddresses", Json.texts(user.proxyAddresses()));
        ArrayNode licences = Json.array();
        user.licences().forEach(sku -> licences.add(Json.object().put("skuId", sku.toString())));
        all.set("assignedLicenses", licences);
        all.retain(wanted);
        return all;
    }

    private static Answer create(Call call) {
        ObjectNode body = Json.read(call.body());
        Json.onlyKnown(body, "microsoft.graph.user", NEW_USER);
        for (String needed : List.of("accountEnabled", "displayName", "mailNickname", "userPrincipalName")) {
            if (!body.hasNonNull(needed)) {
                throw GraphError.bad("Request_BadRequest", "A value is required for property '" + needed + "'.");
            }
        }
        String name = body.get("userPrincipalName").asText();
        String password = body.path("passwordProfile").path("password").asText();
        if (!NAME.matcher(name).matches() || !call.tenant().verified(name.substring(name.indexOf('@') + 1))) {
            throw GraphError.bad(
                    "Request_BadRequest", "The domain portion of the userPrincipalName property is invalid.");
        } else if (password.length() < 8) {
            throw GraphError.bad("Request_BadRequest", "The specified password does not comply with requirements.");
        }
        synchronized (call.tenant()) {
            if (call.tenant().find(name) != null) {
                throw GraphError.bad(
                        "Request_BadRequest",
                        "Another object with the same value for property userPrincipalName already exists.");
            }
            User user = call.tenant().user(name, body.get("displayName").asText());
            if (body.hasNonNull("usageLocation")) {
                user.in(body.get("usageLocation").asText());
            }
            return Answer.json(201, json(user, call));
        }
    }

    private static Answer change(Call call) {
        ObjectNode body = Json.read(call.body());
        Json.onlyKnown(body, "microsoft.graph.user", CHANGES);
        User user = user(call);
        synchronized (call.tenant()) {
            if (body.has("usageLocation")) {
                user.in(body.get("usageLocation").asText());
            }
            if (body.has("displayName")) {
                user.named(body.get("displayName").asText());
            }
            if (body.has("accountEnabled")) {
                user.enabled(body.get("accountEnabled").asBoolean());
            }
        }
        return Answer.empty(204);
    }

    private static Answer license(Call call) {
        ObjectNode body = Json.read(call.body());
        Json.onlyKnown(body, "assignLicense", Set.of("addLicenses", "removeLicenses"));
        if (!body.path("addLicenses").isArray() || !body.path("removeLicenses").isArray()) {
            throw GraphError.bad("Request_BadRequest", "addLicenses and removeLicenses are both required.");
        }
        User user = user(call);
        Tenant tenant = call.tenant();
        synchronized (tenant) {
            if (user.usageLocation() == null) {
                throw GraphError.bad(
                        "Request_BadRequest",
                        "License assignment cannot be done for user with invalid usage location.");
            }
            List<Sku> add = new ArrayList<>();
            for (JsonNode one : body.get("addLicenses")) {
                Sku sku = tenant.sku(UUID.fromString(one.path("skuId").asText()));
                if (sku == null) {
                    throw GraphError.bad(
                            "Request_BadRequest",
                            "License " + one.path("skuId").asText()
                                    + " does not correspond to a valid company License.");
                } else if (!user.licences().contains(sku.id()) && tenant.consumed(sku.id()) >= sku.enabled()) {
                    throw GraphError.bad(
                            "Request_BadRequest",
                            "Subscription with SKU " + sku.id() + " does not have any available licenses.");
                }
                add.add(sku);
            }
            add.forEach(sku -> tenant.license(user, sku));
            body.get("removeLicenses").forEach(sku -> user.licences().remove(UUID.fromString(sku.asText())));
            return Answer.json(200, json(user, call));
        }
    }

    private static ArrayNode skus(Tenant tenant) {
        ArrayNode all = Json.array();
        for (Sku sku : tenant.skus()) {
            ArrayNode plans = Json.array();
            if (!sku.mailboxPlan().isEmpty()) {
                plans.add(Json.object()
                        .put("servicePlanName", sku.mailboxPlan())
                        .put("provisioningStatus", "Success")
                        .put("appliesTo", "User"));
            }
            ObjectNode one = Json.object()
                    .put("skuId", sku.id().toString())
                    .put("skuPartNumber", sku.part())
                    .put("capabilityStatus", "Enabled")
                    .put("consumedUnits", tenant.consumed(sku.id()));
            one.set("prepaidUnits", Json.object().put("enabled", sku.enabled()));
            one.set("servicePlans", plans);
            all.add(one);
        }
        return all;
    }

    private static ArrayNode domains(Tenant tenant) {
        ArrayNode all = Json.array();
        for (Tenant.Domain domain : tenant.domains()) {
            ObjectNode one = Json.object()
                    .put("id", domain.name())
                    .put("isVerified", domain.verified())
                    .put("isInitial", domain.initial())
                    .put("authenticationType", "Managed");
            one.set("supportedServices", Json.texts(domain.verified() ? List.of("Email") : List.of()));
            all.add(one);
        }
        return all;
    }
}
