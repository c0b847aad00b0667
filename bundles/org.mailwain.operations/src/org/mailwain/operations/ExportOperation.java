package org.mailwain.operations;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;
import org.mailwain.engine.Logins;
import org.mailwain.project.mailboxes.ExchangeList;

/** Writes mailbox lists for others: the one that Exchange Online takes, and an empty one to fill in. */
public final class ExportOperation {
    private ExportOperation() {}

    /**
     * Writes the strict columns, with the user name and password that each row's sign-in sends. The file holds
     * passwords, so it is for its owner alone; an existing one is not touched.
     *
     * @return warnings, of values that a spreadsheet would run as a formula
     */
    public static List<Problem> exchangeOnline(BatchWork work, Path file) throws FailureException {
        Logins logins = work.logins();
        List<ExchangeList.Row> rows = new ArrayList<>();
        for (MailboxRow row : work.matchedRows(List.of())) {
            Login login = logins.source(row);
            if (login.signIn().authorizationId().isPresent()) {
                throw OperationFailure.NOT_FOR_EXCHANGE.raise(
                        work.batch().name(), work.batch().sourceSignIn().form(), row.label());
            }
            if (login.signIn().mechanism() == SignIn.Mechanism.TOKEN) {
                throw OperationFailure.EXPORT_TOKENS.raise(
                        work.batch().name(), work.batch().source().name());
            }
            rows.add(new ExchangeList.Row(
                    row.line(),
                    row.emailAddress().orElseThrow(),
                    login.signIn().authenticationId(),
                    login.signIn().credential().current(),
                    row.userRoot()));
        }
        ExchangeList list = new ExchangeList(rows);
        write(file, list.bytes());
        return list.warnings(file.getFileName().toString());
    }

    /** @param samples whether rows show what to write */
    public static void template(Path file, boolean samples) throws FailureException {
        write(file, ExchangeList.template(samples));
    }

    private static void write(Path file, byte[] bytes) throws FailureException {
        try {
            Files.createFile(file, forOwner(file));
            Files.write(file, bytes, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new FailureException(OperationFailure.EXISTS.with(file), e);
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(file, e), e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static FileAttribute<?>[] forOwner(Path file) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
