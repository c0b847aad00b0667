package org.mailwain.operations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.project.BatchFile;
import org.mailwain.project.Project;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.mailboxes.MailboxList;
import org.mailwain.project.mailboxes.PasswordMove;

/** Moves passwords of mailbox lists into the credential store. */
public final class PasswordsOperation {
    private final Services services;
    private final OpenOperation opening;

    public PasswordsOperation(Services services, Path folder, Asks asks) {
        this.services = services;
        this.opening = new OpenOperation(services, folder, asks);
    }

    /**
     * @param list the mailbox list, as a batch of the project names it
     * @return how many cells were moved
     * @throws FailureException {@link OperationFailure#LIST_UNUSED} where no batch uses the list, since a password is
     *     kept under the endpoint that it belongs to
     */
    public int importList(Path list) throws FailureException {
        Project project = opening.project();
        String name = project.folder().name(list.toAbsolutePath());
        MailboxList mailboxes = null;
        List<PasswordMove.Paths> paths = new ArrayList<>();
        for (BatchFile file : project.batches().values()) {
            boolean uses = file.mailboxes().isPresent()
                    && file.mailboxes().get().document().file().equals(name);
            if (uses && file.batch().isEmpty()) {
                throw new BrokenProjectException(project.problems(file));
            } else if (uses) {
                mailboxes = file.mailboxes().get();
                paths.add(new BatchPaths(services, file.batch().get()));
            }
        }
        if (mailboxes == null) {
            throw OperationFailure.LIST_UNUSED.raise(name);
        }
        CsvDocument before = mailboxes.document();
        CsvDocument after = PasswordMove.move(mailboxes, paths, opening.credentials());
        try {
            project.folder()
                    .save(name, before.content().encode(), after.content().encode());
        } catch (CharacterCodingException e) {
            throw new FailureException(OperationFailure.WRITE.with(name, e), e);
        }
        return mailboxes.clearPasswords();
    }

    /** Keeps a secret that no list holds: an administrator's, or an endpoint's own. */
    public void set(CredentialPath name, Secret secret) throws FailureException {
        opening.credentials().put(name, secret);
    }

    /** Keeps the text of a file, such as a key, which then need not stay where it is. */
    public void setFrom(CredentialPath name, Path file) throws FailureException {
        byte[] bytes = {};
        char[] chars = {};
        try {
            bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            chars = new char[text.remaining()];
            text.get(chars);
            Arrays.fill(text.array(), '\0');
            set(name, Secret.of(chars));
        } catch (IOException e) {
            throw new FailureException(OperationFailure.READ.with(file, e), e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(chars, '\0');
        }
    }

    /** Does nothing where there is none of that name. */
    public void remove(CredentialPath name) throws FailureException {
        opening.credentials().remove(name);
    }

    /** Names of what the store holds; never a secret. */
    public List<CredentialPath> names() throws FailureException {
        return opening.credentials().paths();
    }

    /** Passwords under the names by which runs of the batch look for them. */
    private record BatchPaths(Services services, Batch batch) implements PasswordMove.Paths {
        @Override
        public CredentialPath source(MailboxRow row) throws FailureException {
            String address = services.source(batch.source().kind()).address(batch.source());
            return BatchLogins.path(batch.source(), address, row.userName());
        }

        @Override
        public CredentialPath target(MailboxRow row) throws FailureException {
            String address = services.target(batch.target().kind()).address(batch.target());
            return BatchLogins.path(batch.target(), address, row.userName());
        }
    }
}
