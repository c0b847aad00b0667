package org.mailwain.operations.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.tenant.Licence;
import org.mailwain.api.tenant.Tenant;
import org.mailwain.api.tenant.TenantDomain;
import org.mailwain.api.tenant.TenantUser;

/** What is said of a user, a mailbox and a domain, whatever directory they stand in. */
class TenantCheckTest {
    private static final MailboxAddress ANNA =
            MailboxAddress.of("anna@contoso.example").orElseThrow();
    private static final Licence KIOSK = new Licence("kiosk", "EXCHANGEDESKLESS", 2_000_000_000L, 5, 1);
    private static final Licence APPS = new Licence("apps", "O365_BUSINESS", 0, 5, 1);

    private static TenantUser user(Set<String> licences, Optional<String> location, boolean hidden) {
        return new TenantUser(
                "1", ANNA.value(), "Anna", Optional.of(ANNA), List.of(), licences, location, true, hidden);
    }

    private static Tenant tenant(TenantUser user, long used) {
        return (Tenant) Proxy.newProxyInstance(
                Tenant.class.getClassLoader(),
                new Class<?>[] {Tenant.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "user" -> Optional.ofNullable(user);
                    case "used" -> used;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<String> told(TenantUser user, long used, long coming) throws FailureException {
        return TenantCheckOperation.mailbox(tenant(user, used), ANNA, coming, List.of(KIOSK, APPS)).stream()
                .map(Failure::code)
                .toList();
    }

    @Test
    void whatIsToComeHasToFitThePlan() throws FailureException {
        TenantUser user = user(Set.of("kiosk"), Optional.of("DE"), false);
        assertThat(told(user, 100, 1_900_000_000L)).isEmpty();
        assertThat(told(user, 100_000_000, 1_900_000_001L)).containsExactly("tenant.mailbox.room");
        assertThat(told(user, 1_900_000_000L, 0)).containsExactly("tenant.mailbox.full");
    }

    @Test
    void licenceLocationAndHidingAreTold() throws FailureException {
        assertThat(told(null, 0, 0)).containsExactly("tenant.user.missing");
        assertThat(told(user(Set.of("apps"), Optional.of("DE"), false), 0, 5_000_000_000L))
                .containsExactly("tenant.user.licence");
        assertThat(told(user(Set.of("kiosk"), Optional.empty(), true), 0, 0))
                .containsExactly("tenant.user.location", "tenant.user.hidden");
    }

    @Test
    void aDomainHasToBeThereVerifiedAndForMail() {
        List<TenantDomain> there = List.of(
                new TenantDomain("good.example", true, true),
                new TenantDomain("new.example", false, true),
                new TenantDomain("web.example", true, false));
        assertThat(TenantCheckOperation.domain(there, "GOOD.example")).isNull();
        assertThat(TenantCheckOperation.domain(there, "new.example").code()).isEqualTo("tenant.domain.unverified");
        assertThat(TenantCheckOperation.domain(there, "web.example").code()).isEqualTo("tenant.domain.mail");
        assertThat(TenantCheckOperation.domain(there, "none.example").code()).isEqualTo("tenant.domain.missing");
    }

    @Test
    void theStepsCanBeCopied() {
        Argument.Size size = new Argument.Size(1);
        assertThat(advice(TenantFailure.NO_ROOM.with(ANNA, size, size, size)))
                .contains("Set-MgUserLicense -UserId anna@contoso.example -AddLicenses @(@{SkuId='<larger>'})"
                        + " -RemoveLicenses @('<smaller>')");
        assertThat(advice(TenantFailure.IMAP_CLOSED.with("graph json", "outlook.office365.com", "42")))
                .contains(
                        "New-ServicePrincipal -AppId 42 -ObjectId (Get-MgServicePrincipal -Filter \"appId eq '42'\").Id")
                .contains("ForEach-Object { Add-MailboxPermission -Identity $_.EmailAddress -User $sp.Identity");
    }

    private static String advice(Failure failure) {
        return new TenantFailureTexts().text(failure, Locale.ROOT).orElseThrow().advice();
    }
}
