package org.mailwain.source.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;

class UserRootsTest {
    private static final List<String> TOLD = List.of("#shared.", "shared.");

    private static Login login(String root) {
        return new Login("m", SignIn.password("admin", Secret.of("x")), Optional.ofNullable(root));
    }

    private static List<String> names(String root, String... prefixes) {
        return new UserRoots(Optional.empty()).names(login(root), List.of(prefixes));
    }

    @Test
    void aRowWithoutARootIsTheUsersOwnMailbox() {
        assertThat(names(null, "#shared.")).isEmpty();
        assertThat(names("", "#shared.")).isEmpty();
    }

    @Test
    void thePrefixIsTheServers() {
        assertThat(names("/users/alberta", "#shared.", "shared."))
                .startsWith("#shared.alberta")
                .contains("shared.alberta");
        assertThat(names("/users/alberta/", "#public.")).containsExactly("#public.alberta");
        assertThat(names("/users/alberta")).containsExactly("#shared.alberta");
    }

    @Test
    void thePrefixOfTheSettingsGoesFirst() {
        assertThat(new UserRoots(Optional.of("#shared.sales.")).names(login("/users/alberta"), TOLD))
                .containsExactly("#shared.sales.alberta");
    }

    @Test
    void dotsAndSlashesAreMungedInBothWays() {
        assertThat(names("/users/terry.adams", "#shared."))
                .containsExactly("#shared.terry adams", "#shared.terry\\:adams");
        assertThat(names("/users/terry@contoso.com", "#shared."))
                .containsExactly("#shared.terry@contoso com", "#shared.terry@contoso\\:com");
        assertThat(names("/users/a/b", "#shared.")).containsExactly("#shared.a b", "#shared.a\\;b");
    }

    @Test
    void aWholeNameIsTakenAsItIs() {
        assertThat(names("#shared.terry adams", "#shared.")).containsExactly("#shared.terry adams");
        assertThat(names("shared.team.", "#shared.", "shared.")).containsExactly("shared.team");
        assertThat(names("alberta", "#shared.")).containsExactly("#shared.alberta");
        assertThat(names("/home/mail/alberta", "#shared.")).containsExactly("#shared.alberta");
    }
}
