package org.mailwain.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.operations.FormsOperation.Found;
import org.mailwain.operations.FormsOperation.Result;
import org.mailwain.rig.Rig;
import org.mailwain.signin.internal.DovecotMasterForm;
import org.mailwain.signin.internal.ExchangeBackslashForm;
import org.mailwain.signin.internal.ExchangeSlashForm;
import org.mailwain.signin.internal.ExchangeUpnForm;
import org.mailwain.signin.internal.MasterauthForm;
import org.mailwain.signin.internal.MirapointForm;
import org.mailwain.signin.internal.PlainAuthzidForm;
import org.mailwain.signin.internal.ProxyauthForm;
import org.mailwain.signin.internal.TemplateForm;
import org.mailwain.signin.internal.UserForm;
import org.mailwain.signin.internal.UserRootForm;

/** The likely form is the first that is tried, and works, on real servers. */
class FormsServersTest {
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
            new TemplateForm());

    @TempDir
    private Path folder;

    private Found find(Rig.Server server, String password) throws Exception {
        Rig rig = Rig.with(server);
        ImapSettings settings = ImapSettings.of("localhost", Optional.of(rig.imaps(server)), Security.TLS)
                .trusting(new Trust.CaFile(rig.ca()))
                .within(Duration.ofSeconds(20), Duration.ofSeconds(20));
        Endpoint endpoint = new Endpoint("old", "imap", settings, EndpointLimits.DEFAULT);
        BatchWork work = Bench.work(
                folder,
                endpoint,
                SignInChoice.AS_USER,
                ALL,
                Map.of(BatchLogins.path(endpoint, settings.address(), "admin"), Secret.of(password)),
                Bench.row("u0001", null, "/users/u0001"));
        FormsOperation.Wish wish =
                new FormsOperation.Wish(Optional.empty(), Optional.of("admin"), 2, Duration.ofMillis(100));
        return new FormsOperation(work, wish).find(result -> {}, Cancel.NEVER);
    }

    private static void isFirst(Found found, String form) {
        assertThat(found.works()).as(found.toString()).contains(form);
        assertThat(found.tries().stream().filter(one -> one.result() == Result.REFUSED))
                .isEmpty();
        assertThat(found.folders()).anyMatch(seen -> seen.folder().toString().equals("INBOX"));
    }

    @Test
    void dovecotTakesItsMasterUser() throws Exception {
        isFirst(find(Rig.Server.SOURCE, Rig.PASSWORD), "dovecot-master");
    }

    @Test
    void dovecotRefusesAWrongPasswordTwiceAndNoMore() throws Exception {
        Found found = find(Rig.Server.SOURCE, "wrong");
        assertThat(found.works()).isEmpty();
        assertThat(found.tries().stream().filter(one -> one.result() == Result.REFUSED))
                .hasSize(2);
    }

    @Test
    void cyrusTakesAnAuthorisationIdentity() throws Exception {
        isFirst(find(Rig.Server.CYRUS, Rig.PASSWORD), "plain-authzid");
    }

    @Test
    void courierTakesItsAdministratorAsHimself() throws Exception {
        isFirst(find(Rig.Server.COURIER, Rig.PASSWORD), "user-root");
    }
}
