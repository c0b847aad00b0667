package org.mailwain.target.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.graph.models.Domain;
import com.microsoft.graph.models.DomainCollectionResponse;
import com.microsoft.graph.models.MailFolder;
import com.microsoft.graph.models.MailFolderCollectionResponse;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.graph.models.SubscribedSku;
import com.microsoft.graph.models.SubscribedSkuCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.kiota.HttpMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.OkHttpClient;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.tenant.Licence;
import org.mailwain.api.tenant.Tenant;
import org.mailwain.api.tenant.TenantDomain;
import org.mailwain.api.tenant.TenantUser;
import org.mailwain.api.tenant.Writing;
import org.mailwain.target.graph.GraphFailure;
import org.mailwain.target.graph.GraphSettings;
import org.mailwain.target.graph.Strategy;

/** Users, licences and domains by Graph. */
final class GraphTenant implements Tenant {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Without it an answer leaves out what matters here. */
    private static final String USER = "$select=id,displayName,mail,userPrincipalName,proxyAddresses,assignedLicenses,"
            + "usageLocation,accountEnabled,showInAddressList";

    private static final String FOLDER_SIZE = "Long 0x0E08";
    private static final int DEEPEST = 300;

    private final GraphSettings settings;
    private final SignIn.CredentialSource credential;
    private final Wire wire;

    GraphTenant(GraphSettings settings, SignIn.CredentialSource credential, Cancel cancel, OkHttpClient client) {
        this.settings = settings;
        this.credential = credential;
        this.wire = new Wire(settings, settings.address(), credential, new Budget(settings), cancel, client);
    }

    @Override
    public Set<String> roles() throws FailureException {
        return roles(credential.current());
    }

    @Override
    public Set<String> roles(Secret secret) {
        char[] token = secret.chars();
        try {
            String[] parts = new String(token).split("\\.");
            JsonNode claims = parts.length == 3
                    ? MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    : MAPPER.createObjectNode();
            Set<String> roles = new TreeSet<>();
            claims.path("roles").forEach(role -> roles.add(role.asText()));
            for (String scope : claims.path("scp").asText("").split(" ")) {
                if (!scope.isEmpty()) {
                    roles.add(scope);
                }
            }
            return roles;
        } catch (IOException | IllegalArgumentException opaque) {
            return Set.of();
        } finally {
            Arrays.fill(token, ' ');
        }
    }

    @Override
    public Writing writing() {
        return new Writing(
                "graph " + settings.strategy().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                false,
                settings.strategy() == Strategy.MIME ? Optional.of(GraphFailure.LESS_DRAFT.with()) : Optional.empty());
    }

    @Override
    public Set<String> rolesToWrite() {
        return settings.strategy() == Strategy.IMPORT_MIME
                ? Set.of("Mail.ReadWrite", "Mail-Advanced.ReadWrite.All")
                : Set.of("Mail.ReadWrite");
    }

    @Override
    public List<TenantUser> users() throws FailureException {
        List<TenantUser> all = new ArrayList<>();
        String next = "/v1.0/users?$top=999&" + USER;
        while (next != null) {
            UserCollectionResponse page =
                    wire.read(Ask.get(next), UserCollectionResponse::createFromDiscriminatorValue);
            page.getValue().forEach(user -> all.add(user(user)));
            next = page.getOdataNextLink();
        }
        return all;
    }

    @Override
    public Optional<TenantUser> user(MailboxAddress name) throws FailureException {
        try {
            User user = wire.read(
                    Ask.get("/v1.0/users/" + Paths.encoded(name.value()) + "?" + USER),
                    User::createFromDiscriminatorValue);
            return Optional.of(user(user));
        } catch (Refused e) {
            if (e.isMissing()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static TenantUser user(User user) {
        List<MailboxAddress> others = new ArrayList<>();
        for (String proxy : list(user.getProxyAddresses())) {
            if (proxy.toLowerCase(Locale.ROOT).startsWith("smtp:")) {
                MailboxAddress.of(proxy.substring(5)).ifPresent(others::add);
            }
        }
        Set<String> licences = new TreeSet<>();
        list(user.getAssignedLicenses()).forEach(l -> licences.add(String.valueOf(l.getSkuId())));
        return new TenantUser(
                user.getId(),
                text(user.getUserPrincipalName()),
                text(user.getDisplayName()),
                Optional.ofNullable(user.getMail()).flatMap(MailboxAddress::of),
                others,
                licences,
                Optional.ofNullable(user.getUsageLocation()),
                !Boolean.FALSE.equals(user.getAccountEnabled()),
                Boolean.FALSE.equals(user.getShowInAddressList()));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : list;
    }

    @Override
    public List<Licence> licences() throws FailureException {
        List<Licence> all = new ArrayList<>();
        SubscribedSkuCollectionResponse answer = wire.read(
                Ask.get("/v1.0/subscribedSkus"), SubscribedSkuCollectionResponse::createFromDiscriminatorValue);
        for (SubscribedSku sku : answer.getValue()) {
            long quota = 0;
            for (var plan : list(sku.getServicePlans())) {
                long its = quota(text(plan.getServicePlanName()));
                quota = its == 0 || quota > its ? quota : its;
            }
            Integer bought =
                    sku.getPrepaidUnits() == null ? null : sku.getPrepaidUnits().getEnabled();
            Integer used = sku.getConsumedUnits();
            all.add(new Licence(
                    String.valueOf(sku.getSkuId()),
                    text(sku.getSkuPartNumber()),
                    quota,
                    bought == null ? 0 : bought,
                    used == null ? 0 : used));
        }
        return all;
    }

    /** Of the mailbox that a service plan gives (Exchange Online limits); 0 for none, -1 where it is not known. */
    private static long quota(String plan) {
        return switch (plan) {
            case "EXCHANGE_S_STANDARD", "EXCHANGE_B_STANDARD", "EXCHANGE_S_ESSENTIALS", "EXCHANGE_L_STANDARD" ->
                50_000_000_000L;
            case "EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_ENTERPRISE_GOV", "EXCHANGEENTERPRISE_FACULTY" -> 100_000_000_000L;
            case "EXCHANGE_S_DESKLESS" -> 2_000_000_000L;
            default -> plan.startsWith("EXCHANGE_S_STANDARD_") || plan.startsWith("EXCHANGE_S_ENTERPRISE_") ? -1 : 0;
        };
    }

    @Override
    public List<TenantDomain> domains() throws FailureException {
        List<TenantDomain> all = new ArrayList<>();
        DomainCollectionResponse answer =
                wire.read(Ask.get("/v1.0/domains"), DomainCollectionResponse::createFromDiscriminatorValue);
        for (Domain domain : answer.getValue()) {
            all.add(new TenantDomain(
                    text(domain.getId()),
                    Boolean.TRUE.equals(domain.getIsVerified()),
                    list(domain.getSupportedServices()).contains("Email")));
        }
        return all;
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public TenantUser create(MailboxAddress address, String displayName, String usageLocation, Secret password)
            throws FailureException {
        char[] chars = password.chars();
        ObjectNode body = MAPPER.createObjectNode()
                .put("accountEnabled", true)
                .put("displayName", displayName)
                .put("mailNickname", address.localPart())
                .put("userPrincipalName", address.value())
                .put("usageLocation", usageLocation);
        body.putObject("passwordProfile")
                .put("forceChangePasswordNextSignIn", true)
                .put("password", new String(chars));
        byte[] json = bytes(body);
        try {
            wire.write(Ask.json(HttpMethod.POST, "/v1.0/users", json), User::createFromDiscriminatorValue);
        } catch (Unanswered e) {
            // it may have been made: a look tells
            if (user(address).isEmpty()) {
                throw e;
            }
        } finally {
            Arrays.fill(chars, ' ');
            Arrays.fill(json, (byte) 0);
        }
        return user(address).orElseThrow(() -> GraphFailure.NO_MAILBOX.raise(address, "users"));
    }

    @Override
    public void usageLocation(TenantUser user, String country) throws FailureException {
        byte[] json = bytes(MAPPER.createObjectNode().put("usageLocation", country));
        wire.change(Ask.json(HttpMethod.PATCH, "/v1.0/users/" + Paths.encoded(user.id()), json));
    }

    @Override
    public void license(TenantUser user, Licence licence) throws FailureException {
        ObjectNode body = MAPPER.createObjectNode();
        body.putArray("addLicenses").addObject().put("skuId", licence.id()).putArray("disabledPlans");
        body.putArray("removeLicenses");
        wire.write(
                Ask.json(HttpMethod.POST, "/v1.0/users/" + Paths.encoded(user.id()) + "/assignLicense", bytes(body)),
                User::createFromDiscriminatorValue);
    }

    @Override
    public long used(MailboxAddress mailbox) throws FailureException {
        Paths paths = new Paths(mailbox.value());
        try {
            return used(paths, Paths.v1(paths.folders()), 0);
        } catch (Refused e) {
            if (e.failure().is(GraphFailure.NO_MAILBOX)) {
                throw GraphFailure.NO_MAILBOX.raise(mailbox, e.code());
            }
            throw e.failure().is(GraphFailure.DENIED) ? GraphFailure.DENIED.raise(mailbox, e.said()) : e;
        }
    }

    private long used(Paths paths, String url, int depth) throws FailureException {
        long sum = 0;
        String expand = "singleValueExtendedProperties($filter=id eq '" + FOLDER_SIZE + "')";
        String next = url + "?includeHiddenFolders=true&$top=100&" + Paths.query("$expand", expand);
        while (next != null) {
            MailFolderCollectionResponse page =
                    wire.read(Ask.get(next), MailFolderCollectionResponse::createFromDiscriminatorValue);
            for (MailFolder folder : page.getValue()) {
                for (SingleValueLegacyExtendedProperty property : list(folder.getSingleValueExtendedProperties())) {
                    sum += number(property.getValue());
                }
                boolean below = folder.getChildFolderCount() != null && folder.getChildFolderCount() > 0;
                if (below && depth < DEEPEST) {
                    sum += used(paths, Paths.v1(paths.folder(folder.getId())) + "/childFolders", depth + 1);
                }
            }
            next = page.getOdataNextLink();
        }
        return sum;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
