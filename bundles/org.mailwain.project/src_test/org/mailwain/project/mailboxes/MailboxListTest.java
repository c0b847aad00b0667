package org.mailwain.project.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.settings.PerRow;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.project.csv.CsvDocument.CellEdit;

class MailboxListTest {
    record Provider(@PerRow int labelLimit, String other) {}

    private static final ListRules RULES = ListRules.of(ListSettings.of(Path.of("x.csv")));

    @Test
    void readsTheStrictColumns() {
        MailboxList list = read("""
            EmailAddress,UserName,Password,UserRoot
            terrya@contoso.example,mailadmin,P@ssw0rd,/users/terry.adams
            "annb@contoso.example",Domain/Admin/annb,"a,b""c; *('/ ",
            """);

        assertThat(list.problems()).isEmpty();
        MailboxRow first = list.rows().getFirst();
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.emailAddress()).contains(new MailboxAddress("terrya@contoso.example"));
        assertThat(first.userName()).isEqualTo("mailadmin");
        assertThat(first.password()).contains(Secret.of("P@ssw0rd"));
        assertThat(first.userRoot()).contains("/users/terry.adams");
        assertThat(list.rows().get(1).password()).contains(Secret.of("a,b\"c; *('/ "));
        assertThat(list.rows().get(1).userRoot()).isEmpty();
        assertThat(list.clearPasswords()).isEqualTo(2);
    }

    @Test
    void takesUtf8WithAndWithoutAMarkAndEveryLineEnd() {
        for (String text : List.of("\uFEFF", "")) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                String csv = text + "EmailAddress,UserName,Password" + end + "ü@x.example,ü,é" + end;
                MailboxList list = MailboxList.read("x.csv", csv.getBytes(StandardCharsets.UTF_8), RULES);
                assertThat(list.problems()).isEmpty();
                assertThat(list.rows())
                        .singleElement()
                        .satisfies(r -> assertThat(r.userName()).isEqualTo("ü"));
            }
        }
    }

    @Test
    void knowsTheFurtherColumns() {
        MailboxRow row = read("""
            UserName,EmailAddress,Password,FirstName,LastName,DisplayName,MatchedBy,Include,Exclude,ReceivedAfter,ReceivedBefore,MaxItemSize,TargetRoot,Priority,TargetUserName,TargetPassword
            u,e@x.example,@store,F,L,D,proxy,INBOX;Sent/*,#Trash#,2020-01-01,2024-01-01T00:00Z,25 MB,Old mail/2020,5,tu,tp
            """).rows().getFirst();

        assertThat(row.passwordInStore()).isTrue();
        assertThat(row.password()).isEmpty();
        assertThat(row.person()).isEqualTo(new MailboxRow.Person("F", "L", "D", "proxy"));
        assertThat(row.options().include()).containsExactly("INBOX", "Sent/*");
        assertThat(row.options().receivedAfter()).contains(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(row.options().maxItemSize()).contains(new Bytes(25_000_000));
        assertThat(row.options().targetRoot()).contains(FolderPath.of("Old mail", "2020"));
        assertThat(row.options().priority()).isEqualTo(5);
        assertThat(row.atTarget().userName()).isEqualTo("tu");
        assertThat(row.atTarget().password()).contains(Secret.of("tp"));
    }

    @Test
    void refusesOtherHeadingsWithTheNearestName() {
        MailboxList list = read("Email Address,UserName,Pasword,Department,,UserName\na@x.example,u,p,d,,u\n");

        assertThat(shown(list))
                .containsExactlyInAnyOrder(
                        "1:1 list.heading-near [EmailAddress]",
                        "1:24 list.heading-near [Password]",
                        "1:32 list.heading-unknown []",
                        "1:43 list.heading-empty []",
                        "1:44 list.heading-twice []");
    }

    @Test
    void passesOverUnknownColumnsWhereTheBatchAllowsIt() {
        ListSettings lax = new ListSettings(
                Path.of("x.csv"), Optional.empty(), Optional.empty(), Optional.empty(), true, 10, new Bytes(1000));
        MailboxList list = read("EmailAddress,UserName,Password,Department\na@x.example,u,p,d\n", ListRules.of(lax));
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void tellsEveryFaultByRowAndColumn() {
        MailboxList list = read("""
            EmailAddress,UserName,Password,ReceivedAfter,Priority
            a@x.example,a,p,,
            no-address,b,p,,
            "b@x.example ",b2,p,,
            ,c,p,,
            d@x.example,,p,,
            e@x.example,e,,,
            f@x.example, f,p,soon,high
            g@x.example,g,p,
            h@x.example,h,p,,,
            A@X.example,a,other,,
            i@x.example,a,p,,
            a@x.example,j,p,,
            """);

        assertThat(shown(list))
                .containsExactlyInAnyOrder(
                        "3:1 row.address []",
                        "4:1 row.address [b@x.example]",
                        "5:1 row.unmatched []",
                        "6:13 row.empty []",
                        "7:15 row.empty []",
                        "8:13 row.blanks [f]",
                        "8:18 setting.not-moment []",
                        "8:23 row.priority []",
                        "9:17 row.width []",
                        "10:19 row.width []",
                        "11:13 row.doubled []",
                        "12:13 row.same-source []",
                        "13:1 row.same-target []");
        assertThat(list.rows()).extracting(MailboxRow::line).containsExactly(2, 5, 12, 13);
        assertThat(list.problems().stream().filter(p -> !p.isError())).hasSize(3);
    }

    @Test
    void tellsAQuoteThatSwallowedALine() {
        MailboxList list = read("EmailAddress,UserName,Password\na@x.example,a,\"p\nb@x.example,b,q\"\n");
        assertThat(shown(list)).containsExactly("2:15 row.control []");
    }

    @Test
    void tellsAForeignDelimiterOnceAndGoesOn() {
        MailboxList list = read("EmailAddress;UserName;Password\r\na@x.example;a;p\r\nb;b;p\r\n");

        assertThat(shown(list)).containsExactly("1:1 list.delimiter []", "3:1 row.address []");
    }

    @Test
    void tellsAForeignCharset() {
        byte[] bytes = "EmailAddress,UserName,Password\na@x.example,Jörg,p\n".getBytes(Charset.forName("windows-1252"));
        MailboxList list = MailboxList.read("x.csv", bytes, RULES);

        assertThat(shown(list)).containsExactly("0:0 list.not-utf8 []");
        assertThat(list.rows().getFirst().userName()).isEqualTo("Jörg");
    }

    @Test
    void mapsAForeignListColumnByColumn() {
        byte[] bytes = "Login;Kennwort;Vorname;Abteilung;E-Mail\njörg;ä;Jörg;IT;j@x.example\n"
                .getBytes(Charset.forName("windows-1252"));
        ListRules rules = new ListRules(
                RULES.settings(),
                Map.of("UserName", "Login", "Password", "Kennwort", "FirstName", "Vorname", "EmailAddress", "E-Mail"),
                Optional.empty(),
                true);
        MailboxList list = MailboxList.read("x.csv", bytes, rules);

        assertThat(list.problems()).isEmpty();
        assertThat(list.rows().getFirst().userName()).isEqualTo("jörg");
        assertThat(list.rows().getFirst().label()).isEqualTo("j@x.example");
        assertThat(list.rows().getFirst().person().firstName()).isEqualTo("Jörg");
    }

    @Test
    void tellsAMappingOntoAColumnThatIsNotThere() {
        ListRules rules =
                new ListRules(RULES.settings(), Map.of("UserName", "Logn", "Password", "PW"), Optional.empty(), true);
        MailboxList list = read("Login,PW\nu,p\n", rules);

        assertThat(shown(list)).containsExactly("1:1 list.mapped-missing [Login]");
    }

    @Test
    void takesDelimiterQuoteAndCharsetThatAreGiven() {
        ListSettings given = new ListSettings(
                Path.of("x.csv"),
                Optional.of("tab"),
                Optional.of("none"),
                Optional.of("windows-1251"),
                false,
                10,
                new Bytes(1000));
        byte[] bytes =
                "EmailAddress\tUserName\tPassword\na@x.example\tИван\t\"q\n".getBytes(Charset.forName("windows-1251"));
        MailboxList list = MailboxList.read("x.csv", bytes, ListRules.of(given));

        assertThat(list.problems()).isEmpty();
        assertThat(list.rows().getFirst().userName()).isEqualTo("Иван");
        assertThat(list.rows().getFirst().password()).contains(Secret.of("\"q"));
    }

    @Test
    void needsNoPasswordsWhereAnAdministratorSignsIn() {
        ListRules rules = new ListRules(RULES.settings(), Map.of(), Optional.empty(), false);
        assertThat(read("EmailAddress,UserName\na@x.example,a\n", rules).problems())
                .isEmpty();
        assertThat(read("EmailAddress,UserName,Password\na@x.example,a,\n", rules)
                        .problems())
                .isEmpty();
    }

    @Test
    void takesSettingsOfTheProviderPerRow() {
        ListRules rules =
                new ListRules(RULES.settings(), Map.of(), Optional.of(SettingsSchema.of(Provider.class)), true);
        MailboxList list = read(
                "EmailAddress,UserName,Password,LabelLimit,Other\na@x.example,a,p,7,\nb@x.example,b,p,many,\n", rules);

        assertThat(shown(list)).containsExactlyInAnyOrder("1:43 list.heading-unknown []", "3:17 setting.not-number []");
        assertThat(list.rows().getFirst().settings()).isEqualTo(Map.of("labelLimit", "7"));
    }

    @Test
    void checksAgainAfterAnEdit() throws Exception {
        MailboxList list = read("EmailAddress,UserName,Password\nbad,a,p\n");
        MailboxList mended = MailboxList.of(list.document().with(List.of(new CellEdit(1, 0, "a@x.example"))), RULES);

        assertThat(mended.problems()).isEmpty();
        assertThat(list.problems()).hasSize(1);
    }

    @Test
    void tellsTooManyRowsAndAnEmptyFile() {
        ListSettings two = new ListSettings(
                Path.of("x.csv"), Optional.empty(), Optional.empty(), Optional.empty(), false, 2, new Bytes(1000));
        String text = "EmailAddress,UserName,Password\na@x.example,a,p\nb@x.example,b,p\nc@x.example,c,p\n";
        assertThat(shown(read(text, ListRules.of(two)))).containsExactly("0:0 list.too-many-rows []");
        assertThat(shown(read(""))).containsExactly("1:1 list.no-headings []");
        assertThat(shown(read("EmailAddress,UserName,Password\n"))).isEmpty();
    }

    @Test
    void neverShowsAPassword() {
        MailboxList list = read("EmailAddress,UserName,Password\nbad,a,open-sesame\nx@x.example,,open-sesame,\n");
        String all =
                list + " " + list.rows() + list.problems() + list.document().row(1) + list.document();
        assertThat(all).doesNotContain("open-sesame");
        assertThat(new CellEdit(1, 1, "open-sesame").toString()).doesNotContain("open-sesame");
    }

    private static MailboxList read(String text) {
        return read(text, RULES);
    }

    private static MailboxList read(String text, ListRules rules) {
        return MailboxList.read("x.csv", text.getBytes(StandardCharsets.UTF_8), rules);
    }

    private static List<String> shown(MailboxList list) {
        return list.problems().stream().map(MailboxListTest::shown).toList();
    }

    private static String shown(Problem p) {
        return p.line() + ":" + p.column() + " " + p.failure().code().replace("project.", "") + " " + p.suggestions();
    }
}
