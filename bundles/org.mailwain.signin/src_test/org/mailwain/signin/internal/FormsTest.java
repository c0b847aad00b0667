package org.mailwain.signin.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.signin.internal.Rows.failure;
import static org.mailwain.signin.internal.Rows.row;
import static org.mailwain.signin.internal.Rows.signIn;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.signin.SignInFailure;

class FormsTest {
    private static final List<SignInForm> ALL = List.of(
            new UserForm(),
            new ExchangeSlashForm(),
            new ExchangeBackslashForm(),
            new ExchangeUpnForm(),
            new DovecotMasterForm(),
            new MirapointForm(),
            new PlainAuthzidForm(),
            new ProxyauthForm(),
            new MasterauthForm(),
            new UserRootForm(),
            new TemplateForm(),
            new UserTemplateForm());
    private static final MailboxRow ANNA = row("anna@new.example", "anna", "/users/anna");
    private static final MailboxRow WHOLE = row("anna@new.example", "anna@old.example", "/users/anna");

    private static SignInForm form(String id) {
        return ALL.stream().filter(form -> form.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    exchange           | anna             | CORP\\boss       |              | CORP/boss/anna
                    exchange           | anna             | CORP/boss        |              | CORP/boss/anna
                    exchange           | anna@old.example | boss@corp.example |             | corp.example/boss/anna
                    exchange           | anna             | boss             | CORP         | CORP/boss/anna
                    exchange-backslash | anna@old.example | CORP\\boss       |              | CORP\\boss\\anna
                    exchange-upn       | anna@old.example | boss@corp.example |             | boss@corp.example\\anna@old.example
                    dovecot-master     | anna             | boss             |              | anna*boss
                    dovecot-master     | anna@old.example | boss             | %            | anna@old.example%boss
                    mirapoint          | anna@old.example | boss             |              | #anna@old.example#boss#
                    mirapoint          | anna             | boss             | old.example  | #anna@old.example#boss#
                    mirapoint          | anna             | boss             |              | #anna@new.example#boss#
                    user-root          | anna             | mailadmin        |              | mailadmin
                    template           | anna             | boss             | "{admin}+{user}@{email.domain}" | boss+anna@new.example
                    template           | anna             | boss             | "{{{root}}}" | {/users/anna}
                    """)
    void oneLoginHoldsBoth(String id, String user, String administrator, String setting, String login)
            throws Exception {
        SignIn signIn = signIn(form(id), row("anna@new.example", user, "/users/anna"), administrator, setting);
        assertThat(signIn.authenticationId()).isEqualTo(login);
        assertThat(signIn.authorizationId()).isEmpty();
        assertThat(signIn.mechanism()).isEqualTo(SignIn.Mechanism.PASSWORD);
        assertThat(signIn.credential().current()).isEqualTo(Rows.HIS);
    }

    @ParameterizedTest
    @CsvSource({"plain-authzid,PLAIN", "proxyauth,PROXYAUTH", "x-masterauth,X_MASTERAUTH"})
    void theUserHasAFieldOfItsOwn(String id, SignIn.Mechanism mechanism) throws Exception {
        SignIn signIn = signIn(form(id), WHOLE, "boss", null);
        assertThat(signIn.mechanism()).isEqualTo(mechanism);
        assertThat(signIn.authenticationId()).isEqualTo("boss");
        assertThat(signIn.authorizationId()).contains("anna@old.example");
        assertThat(signIn.credential().current()).isEqualTo(Rows.HIS);
    }

    @Test
    void usersSignInWithWhatIsTheirs() throws Exception {
        SignIn user = signIn(form("user"), WHOLE, "boss", null);
        assertThat(user.authenticationId()).isEqualTo("anna@old.example");
        assertThat(user.credential().current()).isEqualTo(Rows.HERS);
        SignIn template = signIn(form("user-template"), WHOLE, null, "OLD\\{user.local}");
        assertThat(template.authenticationId()).isEqualTo("OLD\\anna");
        assertThat(template.credential().current()).isEqualTo(Rows.HERS);
    }

    @Test
    void withoutAnAdministratorNothingIsSent() {
        for (SignInForm form : ALL) {
            if (form.needsAdministrator()) {
                String setting = form.id().equals("template") ? "{user}" : null;
                assertThat(failure(form, ANNA, null, setting).is(SignInFailure.NO_ADMINISTRATOR))
                        .as(form.id())
                        .isTrue();
            }
        }
    }

    @Test
    void aControlCharacterIsNeverSent() {
        MailboxRow evil = row("anna@new.example", "anna\0boss\r\n. LOGOUT", "/users/anna");
        for (SignInForm form : ALL) {
            String setting = form.id().endsWith("template") ? "{user}" : null;
            assertThat(form.id().equals("user-root") || failure(form, evil, "C\\boss", setting) != null)
                    .as(form.id())
                    .isTrue();
            assertThat(!form.needsAdministrator()
                            || failure(form, ANNA, "C\\boss\n", form.id().equals("template") ? "{admin}" : null)
                                    .is(SignInFailure.CONTROL_CHARACTER))
                    .as(form.id())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "**", " ", "a", "7", "\n"})
    void aSeparatorIsOneCharacterThatIsNoLetter(String separator) {
        assertThat(failure(form("dovecot-master"), ANNA, "boss", separator).is(SignInFailure.SEPARATOR))
                .isTrue();
    }

    @Test
    void whatWouldBeCutAtTheWrongPlaceIsNotSent() {
        MailboxRow star = row("anna@new.example", "an*na", null);
        assertThat(failure(form("dovecot-master"), star, "boss", null).is(SignInFailure.SEPARATOR_IN_NAME))
                .isTrue();
        assertThat(failure(form("dovecot-master"), star, "boss", "%")).isNull();
        assertThat(failure(form("mirapoint"), WHOLE, "bo#ss", null).is(SignInFailure.SEPARATOR_IN_NAME))
                .isTrue();
    }

    @Test
    void whatTheRowLacksIsSaidWithItsLine() {
        MailboxRow bare = row("", "anna", null);
        assertThat(failure(form("mirapoint"), bare, "boss", null).is(SignInFailure.NO_DOMAIN))
                .isTrue();
        assertThat(failure(form("user-root"), bare, "boss", null).is(SignInFailure.NO_USER_ROOT))
                .isTrue();
        assertThat(failure(form("exchange"), bare, "boss", null).is(SignInFailure.NO_ADMINISTRATOR_DOMAIN))
                .isTrue();
        assertThat(failure(form("template"), bare, "boss", "x{email}").is(SignInFailure.TEMPLATE_VALUE))
                .isTrue();
    }

    @Test
    void settingsAreCheckedBeforeAnythingIsConnected() {
        for (String id : List.of("user", "plain-authzid", "proxyauth", "x-masterauth", "user-root")) {
            assertThat(failure(form(id), ANNA, "boss", "?").is(SignInFailure.SETTING_UNUSED))
                    .as(id)
                    .isTrue();
        }
        assertThat(failure(form("exchange"), ANNA, "boss", "CO/RP").is(SignInFailure.DOMAIN))
                .isTrue();
        assertThat(failure(form("template"), ANNA, "boss", null).is(SignInFailure.NO_TEMPLATE))
                .isTrue();
    }

    @Test
    void theLikelyFormsComeFirst() {
        assertThat(best("IMAP4rev1", "SASL-IR", "LOGIN-REFERRALS", "ID", "ENABLE", "IDLE", "LITERAL+", "AUTH=PLAIN"))
                .isEqualTo("dovecot-master");
        assertThat(best("IMAP4", "IMAP4rev1", "AUTH=NTLM", "AUTH=GSSAPI", "AUTH=PLAIN", "UIDPLUS"))
                .isEqualTo("exchange");
        assertThat(best("IMAP4rev1", "THREAD=ORDEREDSUBJECT", "ACL", "ACL2=UNION"))
                .isEqualTo("user-root");
        assertThat(best("IMAP4rev1", "X-NETSCAPE", "XSENDER")).isEqualTo("proxyauth");
        assertThat(best("* OK srv Cyrus IMAP 3.6 server ready", "AUTH=PLAIN", "SASL-IR"))
                .isEqualTo("plain-authzid");
        assertThat(best("* OK Kerio Connect 9.4 IMAP4rev1 server ready", "AUTH=PLAIN"))
                .isEqualTo("x-masterauth");
        assertThat(form("plain-authzid").likelihood(List.of("IMAP4rev1"))).isNegative();
        assertThat(form("dovecot-master").likelihood(List.of("X-GM-EXT-1", "AUTH=PLAIN")))
                .isNegative();
    }

    private static String best(String... words) {
        return ALL.stream()
                .max(Comparator.comparingInt(form -> form.likelihood(List.of(words))))
                .map(SignInForm::id)
                .orElseThrow();
    }

    @Test
    void everyIdIsThereOnce() {
        assertThat(ALL.stream().map(SignInForm::id)).doesNotHaveDuplicates();
    }
}
