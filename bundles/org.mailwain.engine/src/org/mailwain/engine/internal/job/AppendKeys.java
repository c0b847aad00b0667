package org.mailwain.engine.internal.job;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.ledger.MailboxKey;

/** Our names for the copies of a source folder's items in a target folder, the same in every run. Thread-safe. */
public final class AppendKeys {
    private final MessageDigest begun;

    public AppendKeys(MailboxKey mailbox, FolderPath from, Epoch epoch, FolderPath to) {
        try {
            begun = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (String part : List.of(
                mailbox.sourceEndpoint(),
                mailbox.sourceMailbox(),
                mailbox.targetEndpoint(),
                mailbox.targetMailbox(),
                from.toString(),
                epoch.value(),
                to.toString())) {
            begun.update(part.getBytes(StandardCharsets.UTF_8));
            begun.update((byte) 0);
        }
    }

    public AppendKey of(ItemId item) {
        try {
            MessageDigest digest;
            synchronized (begun) {
                digest = (MessageDigest) begun.clone();
            }
            ByteBuffer bytes = ByteBuffer.wrap(digest.digest(item.bytes()));
            return new AppendKey(bytes.getLong(), bytes.getLong());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
