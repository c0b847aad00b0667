package org.mailwain.credentials.internal.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.signin.SignIn;

/** One token that many sessions use: fetched by the first, renewed before it ends and when it was refused, once. */
final class SharedToken {
    /** A session that signs in with it now should have it for a while. */
    private static final Duration LEFT = Duration.ofMinutes(5);

    private static final long GLANCE_MS = 200;

    private final Fetcher fetcher;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Token token;
    private Instant renewal = Instant.MIN;

    SharedToken(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    SignIn.CredentialSource source(Cancel cancel) {
        return new SignIn.CredentialSource() {
            @Override
            public Secret current() throws FailureException {
                return get(null, cancel);
            }

            @Override
            public Secret renewed(Secret refused) throws FailureException {
                return get(refused, cancel);
            }
        };
    }

    /** @param refused null where none was */
    private Secret get(Secret refused, Cancel cancel) throws FailureException {
        acquire(cancel);
        try {
            boolean good = token != null
                    && clock.instant().isBefore(renewal)
                    && !token.secret().equals(refused);
            if (!good) {
                token = fetcher.fetch(token != null || refused != null, cancel);
                renewal = renewalOf(token);
            }
            return token.secret();
        } finally {
            lock.unlock();
        }
    }

    private Instant renewalOf(Token fetched) {
        Duration life = Duration.between(clock.instant(), fetched.end());
        Duration quarter = life.dividedBy(4);
        return fetched.end().minus(quarter.compareTo(LEFT) < 0 ? quarter : LEFT);
    }

    private void acquire(Cancel cancel) throws CancelledException {
        try {
            do {
                cancel.check();
            } while (!lock.tryLock(GLANCE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
