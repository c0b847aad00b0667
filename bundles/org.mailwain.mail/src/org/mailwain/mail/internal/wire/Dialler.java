package org.mailwain.mail.internal.wire;

import java.net.IDN;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.mail.MailFailure;

/** Finds a server and connects to it; a cancel ends the wait, and later the connection. Closed with the connection. */
public final class Dialler implements AutoCloseable {
    private final Address address;
    private final WireLimits limits;
    private final Watchdog watchdog;
    private final Cancel cancel;
    private final AtomicReference<Runnable> unblock = new AtomicReference<>();
    private final Cancel.Registration registration;

    public Dialler(Address address, WireLimits limits, Watchdog watchdog, Cancel cancel) {
        this.address = address;
        this.limits = limits;
        this.watchdog = watchdog;
        this.cancel = cancel;
        this.registration = cancel.onCancel(() -> {
            Runnable action = unblock.get();
            if (action != null) {
                action.run();
            }
        });
    }

    public List<InetAddress> resolve() throws FailureException {
        FutureTask<List<InetAddress>> lookup =
                new FutureTask<>(() -> List.of(InetAddress.getAllByName(ascii(address.host()))));
        onCancel(() -> lookup.cancel(false));
        // the system's resolver cannot be interrupted; on a thread of its own it can be left behind
        Thread.ofPlatform().daemon().name("mailwain-resolve").start(lookup);
        try {
            return lookup.get(limits.connect().toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException e) {
            throw new CancelledException();
        } catch (ExecutionException | TimeoutException e) {
            throw new FailureException(MailFailure.HOST_UNKNOWN.with(address.host()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** The tables of international names take a tenth of a second to load, and mostly are not needed. */
    private static String ascii(String host) {
        return host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host);
    }

    public Wire connect(List<InetAddress> candidates) throws FailureException {
        return Wire.connect(address, candidates, limits, watchdog, wire -> onCancel(wire::cancel));
    }

    private void onCancel(Runnable action) {
        unblock.set(action);
        if (cancel.requested()) {
            action.run();
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}
