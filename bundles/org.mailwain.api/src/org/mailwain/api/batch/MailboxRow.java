package org.mailwain.api.batch;

import java.util.Map;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.mail.MailboxAddress;

/**
 * One row of a mailbox list.
 *
 * @param line of the file, from 1
 * @param emailAddress the target mailbox; empty for a row that is not matched yet
 * @param userName the login at the source
 * @param password empty where the cell was empty, or says that the credential store has it
 * @param userRoot the mailbox as a shared folder of an administrator, {@code /users/alberta}
 * @param options what the row says otherwise than the batch
 * @param settings per-row settings of the source's provider by setting name
 * @param target how the row signs in to the target
 */
public record MailboxRow(
        int line,
        Optional<MailboxAddress> emailAddress,
        String userName,
        Optional<Secret> password,
        boolean passwordInStore,
        Optional<String> userRoot,
        Person person,
        RowOptions options,
        Map<String, String> settings,
        RowTarget target) {
    public MailboxRow {
        settings = Map.copyOf(settings);
    }

    /** A row that says nothing of the target's sign-in. */
    public MailboxRow(
            int line,
            Optional<MailboxAddress> emailAddress,
            String userName,
            Optional<Secret> password,
            boolean passwordInStore,
            Optional<String> userRoot,
            Person person,
            RowOptions options,
            Map<String, String> settings) {
        this(
                line,
                emailAddress,
                userName,
                password,
                passwordInStore,
                userRoot,
                person,
                options,
                settings,
                RowTarget.UNSAID);
    }

    /** This row as the target's sign-in sees it: its login there in place of the login at the source. */
    public MailboxRow atTarget() {
        return new MailboxRow(
                line,
                emailAddress,
                target.userName().orElse(label()),
                target.password(),
                target.passwordInStore(),
                Optional.empty(),
                person,
                options,
                settings,
                target);
    }

    /** How people and files call this mailbox: its target address, else its login. */
    public String label() {
        return emailAddress.map(MailboxAddress::value).orElse(userName);
    }

    /** What is known of the owner; empty texts where nothing is. */
    public record Person(String firstName, String lastName, String displayName, String matchedBy) {
        public static final Person UNKNOWN = new Person("", "", "", "");
    }
}
