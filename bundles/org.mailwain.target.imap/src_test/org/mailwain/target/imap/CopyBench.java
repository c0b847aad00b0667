package org.mailwain.target.imap;

import java.time.Clock;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.tck.memory.MemoryBodies;

/** A raw copy, timed: SOURCE-PORT TARGET-PORT SOURCE-USER TARGET-USER [PER-APPEND]; both servers on this machine. */
final class CopyBench {
    private CopyBench() {}

    static Login login(String user) {
        return new Login(user, SignIn.password(user, Secret.of("secret")), Optional.empty());
    }

    static SessionContext context(MemoryBodies bodies) {
        return new SessionContext(Cancel.NEVER, bodies, LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
    }

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Imap imap = new Imap();
        MemoryBodies bodies = new MemoryBodies();
        Copy copy = new Copy(arguments.length > 4 ? Integer.parseInt(arguments[4]) : 100);
        copy.run(
                () -> imap.reader(settings(arguments[0]), login(arguments[2]), context(bodies), ImapProfile.PLAIN),
                () -> imap.writer(settings(arguments[1]), login(arguments[3]), context(bodies), ImapProfile.PLAIN));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d stored, %d sized, %.1f MB, %.2f s, %.0f/s%n",
                copy.stored, copy.sized, copy.bytes / 1e6, seconds, copy.stored / seconds);
        copy.notStored.stream().limit(40).forEach(System.out::println);
        copy.refused.stream().limit(40).forEach(System.out::println);
    }

    private static ImapSettings settings(String port) {
        return ImapSettings.of("127.0.0.1", Optional.of(Integer.valueOf(port)), Security.NONE);
    }
}
