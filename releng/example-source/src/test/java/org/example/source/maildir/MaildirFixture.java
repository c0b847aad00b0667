package org.example.source.maildir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.tck.FilesFixture;
import org.mailwain.tck.ProviderFixture;

/** Anna's Maildir, and the hands of her mail server on it. */
final class MaildirFixture extends FilesFixture implements ProviderFixture {
    private final Path root;

    MaildirFixture(Path root) {
        super(root);
        this.root = root;
    }

    @Override
    public boolean create(FolderPath folder) throws IOException {
        Files.createDirectories(place(folder).resolveSibling("new"));
        return super.create(folder);
    }

    @Override
    protected Path place(FolderPath folder) {
        return new Maildir(root.resolve("anna")).place(folder).resolve("cur");
    }

    @Override
    protected String name(int number, Flags flags) {
        return renamed(1_700_000_000 + number + ".M1.host", flags);
    }

    @Override
    protected String renamed(String name, Flags flags) {
        return name.split(":")[0]
                + flags.system().stream()
                        .map(flag -> flag.atom().equals("\\Answered")
                                ? "R"
                                : flag.atom().substring(1, 2))
                        .collect(Collectors.joining("", ":2,", ""));
    }

    @Override
    public boolean keepsKeywords() {
        return false;
    }

    @Override
    public MailboxReader open(SessionContext context) throws FailureException {
        return new MaildirSource().open(endpoint(), login(), context);
    }

    @Override
    public EndpointProvider provider() {
        return new MaildirSource();
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint("old", "maildir", new MaildirSettings(root, "{user}"), EndpointLimits.DEFAULT);
    }

    @Override
    public Login login() {
        return new Login("anna", SignIn.password("anna", Secret.of("")), Optional.empty());
    }

    @Override
    public Optional<Login> wrongLogin() {
        return Optional.empty();
    }

    @Override
    public Optional<Endpoint> dead() {
        MaildirSettings nowhere = new MaildirSettings(root.resolve("gone"), "{user}");
        return Optional.of(new Endpoint("gone", "maildir", nowhere, EndpointLimits.DEFAULT));
    }
}
