package org.mailwain.operations.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.RowOptions;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.tenant.TenantUser;

/** Which user of a tenant a row means, by each rule. */
class MatcherTest {
    private static final TenantUser ZOE = user("zoe.muller@contoso.example", "Zoé Müller", "z.m@old.example");
    private static final TenantUser OTTO = user("otto@contoso.example", "Otto Berg");
    private static final TenantUser OTHER_OTTO = user("otto.berg@contoso.example", "Otto Berg");
    private static final List<TenantUser> USERS = List.of(ZOE, OTTO, OTHER_OTTO);

    private static MailboxAddress address(String text) {
        return MailboxAddress.of(text).orElseThrow();
    }

    private static TenantUser user(String address, String name, String... others) {
        return new TenantUser(
                address,
                address.replace("@contoso", "@login.contoso"),
                name,
                Optional.of(address(address)),
                List.of(others).stream().map(MatcherTest::address).toList(),
                Set.of(),
                Optional.empty(),
                true,
                false);
    }

    private static MailboxRow row(String user, String first, String last, String address, String matchedBy) {
        return new MailboxRow(
                2,
                MailboxAddress.of(address),
                user,
                Optional.empty(),
                false,
                Optional.empty(),
                new MailboxRow.Person(first, last, "", matchedBy),
                RowOptions.NONE,
                Map.of());
    }

    private static List<Matched> match(String rules, MailboxRow... rows) throws FailureException {
        return new Matcher(USERS, MatchRule.parse(List.of(rules.split(",")))).match(List.of(rows));
    }

    @ParameterizedTest
    @CsvSource({
        "address, ZOE.muller@contoso.example",
        "proxy, z.m@old.example",
        "login, zoe.muller@LOGIN.contoso.example",
        "name, somebody",
        "local@contoso.example, zoe.muller@old.example",
        "{first}.{last}@contoso.example, somebody",
        "{local}@contoso.example, zoe.muller"
    })
    void eachRuleFindsItsUserAndNoOther(String rule, String login) throws FailureException {
        MailboxRow zoe = row(login, "Zoe", "Muller", "", "");
        assertThat(match(rule, zoe))
                .containsExactly(
                        new Matched(2, login, Matched.State.MATCHED, rule, List.of("zoe.muller@contoso.example")));
        assertThat(match(rule, row("nobody@nowhere.example", "No", "Body", "", ""))
                        .getFirst()
                        .state())
                .isEqualTo(Matched.State.UNMATCHED);
    }

    @Test
    void theFirstRuleThatFitsDecides() throws FailureException {
        MailboxRow row = row("otto@contoso.example", "Zoe", "Müller", "", "");
        assertThat(match("name,address", row).getFirst().addresses()).containsExactly("zoe.muller@contoso.example");
        assertThat(match("address,name", row).getFirst().addresses()).containsExactly("otto@contoso.example");
    }

    @Test
    void severalUsersForARowAndSeveralRowsForAUserAreNoMatch() throws FailureException {
        Matched two = match("name", row("x", "Otto", "Berg", "", "")).getFirst();
        assertThat(two.state()).isEqualTo(Matched.State.AMBIGUOUS);
        assertThat(two.addresses()).hasSize(2);
        MailboxRow zoe = row("zoe.muller@contoso.example", "", "", "", "");
        MailboxRow same = row("z.m@old.example", "", "", "", "");
        assertThat(match("address,proxy", zoe, same)).allMatch(m -> m.state() == Matched.State.AMBIGUOUS);
    }

    @Test
    void whatAPersonFilledInStaysAndIsTakenFromNobodyElse() throws FailureException {
        MailboxRow byHand = row("x", "", "", "zoe.muller@contoso.example", "");
        MailboxRow claims = row("zoe.muller@contoso.example", "", "", "", "");
        List<Matched> found = match("address", byHand, claims);
        assertThat(found.getFirst().state()).isEqualTo(Matched.State.BY_HAND);
        assertThat(found.getLast().state()).isEqualTo(Matched.State.AMBIGUOUS);
    }

    @Test
    void whatARuleFilledInIsMatchedAgain() throws FailureException {
        MailboxRow before = row("otto@contoso.example", "", "", "zoe.muller@contoso.example", "name");
        Matched again = match("address", before).getFirst();
        assertThat(again.state()).isEqualTo(Matched.State.MATCHED);
        assertThat(again.addresses()).containsExactly("otto@contoso.example");
    }

    @Test
    void anUnknownRuleIsTold() {
        assertThatThrownBy(() -> match("adress", row("x", "", "", "", "")))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(TenantFailure.NO_SUCH_RULE.code());
    }
}
