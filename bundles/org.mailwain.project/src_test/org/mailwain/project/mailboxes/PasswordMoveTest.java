package org.mailwain.project.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CsvDocument;

class PasswordMoveTest {
    private static final PasswordMove.Paths PATHS = new PasswordMove.Paths() {
        @Override
        public CredentialPath source(MailboxRow row) {
            return new CredentialPath("imap", row.userName() + "@old:993");
        }

        @Override
        public CredentialPath target(MailboxRow row) {
            return new CredentialPath("imap", row.userName() + "@new:993");
        }
    };

    private final Map<CredentialPath, Secret> stored = new LinkedHashMap<>();

    @Test
    void movesPasswordsAndLeavesEveryOtherByte() throws Exception {
        CsvDocument after = PasswordMove.move(
                read("EmailAddress,UserName,Password,TargetPassword\r\n\r\n"
                        + "a@x.example,a,\"p,1\",t\r\n"
                        + "b@x.example,b,@store,"),
                List.of(PATHS),
                new Store());

        assertThat(after.content().text())
                .isEqualTo("EmailAddress,UserName,Password,TargetPassword\r\n\r\n"
                        + "a@x.example,a,\"@store\",@store\r\nb@x.example,b,@store,");
        assertThat(stored)
                .containsExactly(
                        Map.entry(new CredentialPath("imap", "a@old:993"), Secret.of("p,1")),
                        Map.entry(new CredentialPath("imap", "a@x.example@new:993"), Secret.of("t")));
    }

    @Test
    void storesNothingWhereTwoRowsDisagree() {
        MailboxList list = read("EmailAddress,UserName,Password\na@x.example,a,p\nb@x.example,a,q\n");

        assertThatThrownBy(() -> PasswordMove.move(list, List.of(PATHS), new Store()))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().is(ProjectFailure.LIST_PASSWORDS_DIFFER))
                                .isTrue());
        assertThat(stored).isEmpty();
    }

    @Test
    void leavesAListWithoutClearPasswordsAlone() throws Exception {
        MailboxList list = read("EmailAddress,UserName,Password\na@x.example,a,@store\n");
        assertThat(PasswordMove.move(list, List.of(PATHS), new Store())).isSameAs(list.document());
    }

    private static MailboxList read(String text) {
        return MailboxList.read(
                "x.csv", text.getBytes(StandardCharsets.UTF_8), ListRules.of(ListSettings.of(Path.of("x.csv"))));
    }

    private final class Store implements CredentialStore {
        @Override
        public Optional<Secret> get(CredentialPath path) {
            return Optional.ofNullable(stored.get(path));
        }

        @Override
        public void put(CredentialPath path, Secret secret) {
            stored.put(path, secret);
        }

        @Override
        public void putAll(Map<CredentialPath, Secret> secrets) {
            stored.putAll(secrets);
        }

        @Override
        public void remove(CredentialPath path) {
            stored.remove(path);
        }

        @Override
        public List<CredentialPath> paths() {
            return List.copyOf(stored.keySet());
        }
    }
}
