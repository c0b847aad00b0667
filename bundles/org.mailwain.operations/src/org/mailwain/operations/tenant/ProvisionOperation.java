package org.mailwain.operations.tenant;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.tenant.Licence;
import org.mailwain.api.tenant.Tenant;
import org.mailwain.api.tenant.TenantUser;
import org.mailwain.operations.BatchWork;

/**
 * Makes the users and mailboxes that a list wants and the tenant lacks. Safe to run twice: what is there is left alone.
 * The password of a user who is made is sealed in the project's credential store before the user is.
 */
public final class ProvisionOperation {
    /** The kind under which first passwords stand in the store. */
    public static final String FIRST_PASSWORD = "first-password";

    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final BatchWork work;
    private final CredentialStore store;
    private final Wish wish;
    private final SecureRandom random = new SecureRandom();

    /**
     * What is wanted.
     *
     * @param licence its name
     * @param country two letters of ISO 3166
     * @param patience longest wait for one mailbox to answer
     */
    public record Wish(String licence, String country, Duration patience) {}

    /** What has to be done for one address; all false where nothing has. */
    public record Step(MailboxAddress address, String displayName, boolean create, boolean locate, boolean license) {
        public boolean nothing() {
            return !create && !locate && !license;
        }
    }

    /** @param free licences of the wanted kind */
    public record Plan(List<Step> steps, Licence licence, int free) {
        public Plan {
            steps = List.copyOf(steps);
        }

        public long licences() {
            return steps.stream().filter(Step::license).count();
        }
    }

    /** Takes what was done, on the calling thread. @param failure null where the mailbox answers */
    public interface Sink {
        void done(Step step, Failure failure);
    }

    public ProvisionOperation(BatchWork work, CredentialStore store, Wish wish) {
        this.work = work;
        this.store = store;
        this.wish = wish;
    }

    /** Looks, and changes nothing. */
    public Plan plan(Cancel cancel) throws FailureException {
        try (Tenant tenant = TenantAccess.open(work, cancel)) {
            return plan(tenant);
        }
    }

    private Plan plan(Tenant tenant) throws FailureException {
        List<Licence> all = tenant.licences();
        Licence licence = all.stream()
                .filter(l -> l.name().equalsIgnoreCase(wish.licence()))
                .findFirst()
                .orElseThrow(() -> TenantFailure.NO_SUCH_LICENCE.raise(
                        wish.licence(),
                        String.join(", ", all.stream().map(Licence::name).toList())));
        List<String> mailboxes =
                all.stream().filter(Licence::givesMailbox).map(Licence::id).toList();
        List<Step> steps = new ArrayList<>();
        for (MailboxRow row : work.batch().rows()) {
            if (row.emailAddress().isPresent()) {
                MailboxAddress address = row.emailAddress().get();
                Optional<TenantUser> user = tenant.user(address);
                boolean located = user.isPresent() && user.get().usageLocation().isPresent();
                boolean licensed =
                        user.isPresent() && user.get().licences().stream().anyMatch(mailboxes::contains);
                steps.add(new Step(address, name(row), user.isEmpty(), user.isPresent() && !located, !licensed));
            }
        }
        return new Plan(steps, licence, licence.free());
    }

    private static String name(MailboxRow row) {
        MailboxRow.Person person = row.person();
        String both = (person.firstName() + " " + person.lastName()).strip();
        String display = person.displayName().isEmpty() ? both : person.displayName();
        return display.isEmpty() ? row.emailAddress().orElseThrow().localPart() : display;
    }

    /**
     * Does it, address after address.
     *
     * @throws FailureException {@link TenantFailure#TOO_FEW_LICENCES} before anything is changed
     */
    public Plan apply(Sink sink, Cancel cancel) throws FailureException {
        try (Tenant tenant = TenantAccess.open(work, cancel)) {
            Plan plan = plan(tenant);
            if (plan.licences() > plan.free()) {
                throw TenantFailure.TOO_FEW_LICENCES.raise(plan.licences(), plan.free());
            }
            for (Step step : plan.steps()) {
                cancel.check();
                sink.done(step, failure(tenant, step, plan.licence()));
            }
            for (Step step : plan.steps()) {
                if (!step.nothing()) {
                    await(tenant, step, sink, cancel);
                }
            }
            return plan;
        }
    }

    /** The first passwords of the list's users that were made here, as CSV for handing out. */
    public String firstPasswords() throws FailureException {
        StringBuilder text = new StringBuilder("EmailAddress,Password\r\n");
        for (MailboxRow row : work.batch().rows()) {
            if (row.emailAddress().isPresent()) {
                String address = row.emailAddress().get().value();
                Optional<Secret> secret = store.get(new CredentialPath(FIRST_PASSWORD, address));
                secret.ifPresent(
                        s -> text.append(address).append(',').append(s.chars()).append("\r\n"));
            }
        }
        return text.toString();
    }

    private Failure failure(Tenant tenant, Step step, Licence licence) throws FailureException {
        try {
            TenantUser user = step.create()
                    ? tenant.create(step.address(), step.displayName(), wish.country(), password(step.address()))
                    : tenant.user(step.address()).orElseThrow(() -> TenantFailure.USER_MISSING.raise(step.address()));
            if (step.locate()) {
                tenant.usageLocation(user, wish.country());
            }
            if (step.license()) {
                tenant.license(user, licence);
            }
            return null;
        } catch (FailureException e) {
            if (e.failure().scope() == Scope.RUN || e.failure().scope() == Scope.ENDPOINT) {
                throw e;
            }
            return e.failure();
        }
    }

    /** The same at a second try: the user may have been made with it. */
    private Secret password(MailboxAddress address) throws FailureException {
        CredentialPath path = new CredentialPath(FIRST_PASSWORD, address.value());
        Optional<Secret> before = store.get(path);
        if (before.isPresent()) {
            return before.get();
        }
        char[] chars = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            chars[i] = SIGNS.charAt(random.nextInt(SIGNS.length()));
        }
        // a letter of each case, a digit and a sign, as the service wants
        chars[3] = '-';
        chars[5] = (char) ('2' + random.nextInt(8));
        chars[7] = (char) ('a' + random.nextInt(8));
        chars[9] = (char) ('A' + random.nextInt(8));
        Secret made = Secret.of(chars);
        store.put(path, made);
        return made;
    }

    private void await(Tenant tenant, Step step, Sink sink, Cancel cancel) throws FailureException {
        Instant end = Instant.now().plus(wish.patience());
        while (true) {
            try {
                tenant.used(step.address());
                return;
            } catch (FailureException e) {
                if (e.failure().scope() != Scope.MAILBOX) {
                    throw e;
                } else if (!Instant.now().isBefore(end)) {
                    sink.done(step, TenantFailure.MAILBOX_LATE.with(step.address(), wish.patience()));
                    return;
                }
            }
            pause(cancel);
        }
    }

    private static void pause(Cancel cancel) throws FailureException {
        CountDownLatch woken = new CountDownLatch(1);
        try (Cancel.Registration wake = cancel.onCancel(woken::countDown)) {
            woken.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cancel.check();
    }
}
