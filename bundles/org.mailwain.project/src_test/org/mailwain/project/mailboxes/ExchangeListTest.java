package org.mailwain.project.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.mail.MailboxAddress;

class ExchangeListTest {
    @Test
    void writesTheStrictColumnsAlone() {
        byte[] bytes = new ExchangeList(
                        List.of(row(2, "a@x.example", "ä,b", "p\"w", null), row(3, "b@x.example", "b", " ", null)))
                .bytes();

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(
                        "EmailAddress,UserName,Password\r\na@x.example,\"ä,b\",\"p\"\"w\"\r\nb@x.example,b,\" \"\r\n");
    }

    @Test
    void writesUserRootsWhereThereAreAny() {
        byte[] bytes = new ExchangeList(
                        List.of(row(2, "a@x.example", "a", "p", "/users/a"), row(3, "b@x.example", "b", "p", null)))
                .bytes();

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("EmailAddress,UserName,Password,UserRoot\r\n"
                        + "a@x.example,a,\"p\",/users/a\r\nb@x.example,b,\"p\",\r\n");
    }

    @Test
    void whatItWritesIsReadBack() {
        byte[] bytes = new ExchangeList(List.of(row(2, "a@x.example", "#a@x#admin#", "=1+1,\"x\"", "/u/a"))).bytes();
        MailboxList list = MailboxList.read("x.csv", bytes, ListRules.of(ListSettings.of(Path.of("x.csv"))));

        assertThat(list.problems()).isEmpty();
        MailboxRow row = list.rows().getFirst();
        assertThat(row.password()).contains(Secret.of("=1+1,\"x\""));
        assertThat(row.userName()).isEqualTo("#a@x#admin#");
    }

    @Test
    void namesRowsThatASpreadsheetWouldRunAndLeavesThemAlone() {
        ExchangeList list = new ExchangeList(
                List.of(row(2, "a@x.example", "a", "=cmd|' /C calc'!A0", null), row(3, "b@x.example", "b", "p", null)));

        List<Problem> warnings = list.warnings("x.csv");
        assertThat(warnings).singleElement().satisfies(w -> {
            assertThat(w.line()).isEqualTo(2);
            assertThat(w.toString()).doesNotContain("calc");
        });
    }

    @Test
    void templatesAreListsThemselves() {
        ListRules rules = ListRules.of(ListSettings.of(Path.of("x.csv")));
        assertThat(MailboxList.read("x.csv", ExchangeList.template(false), rules)
                        .rows())
                .isEmpty();
        MailboxList samples = MailboxList.read("x.csv", ExchangeList.template(true), rules);
        assertThat(samples.rows()).hasSize(3);
        assertThat(samples.problems()).isEmpty();
    }

    private static ExchangeList.Row row(int line, String address, String user, String password, String root) {
        return new ExchangeList.Row(
                line, new MailboxAddress(address), user, Secret.of(password), Optional.ofNullable(root));
    }
}
