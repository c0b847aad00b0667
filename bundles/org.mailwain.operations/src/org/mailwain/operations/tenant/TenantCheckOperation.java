package org.mailwain.operations.tenant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.tenant.Licence;
import org.mailwain.api.tenant.Tenant;
import org.mailwain.api.tenant.TenantDomain;
import org.mailwain.api.tenant.TenantUser;
import org.mailwain.operations.BatchWork;

/** Finds out what a weekend would fail of: permissions, domains, licences, and every target mailbox. Changes nothing. */
public final class TenantCheckOperation {
    /** Nine tenths of a mailbox. */
    private static final double FULL = 0.9;

    private final BatchWork work;
    private final List<String> mailboxes;

    /** @param mailboxes those that are meant; none for all */
    public TenantCheckOperation(BatchWork work, List<String> mailboxes) {
        this.work = work;
        this.mailboxes = List.copyOf(mailboxes);
    }

    /** What was looked at. */
    public enum Subject {
        TOKEN,
        PERMISSIONS,
        /** The way that is recommended. */
        STRATEGY,
        DOMAIN,
        MAILBOX,
        LICENCES
    }

    /**
     * One line of the table.
     *
     * @param name of the domain or the mailbox, or what was found
     * @param failures what is to be done; empty where it is green
     * @param advice what could be done better, and nothing fails of
     */
    public record Finding(Subject subject, String name, List<Failure> failures, List<Failure> advice) {
        public Finding {
            failures = List.copyOf(failures);
            advice = List.copyOf(advice);
        }

        Finding(Subject subject, String name, List<Failure> failures) {
            this(subject, name, failures, List.of());
        }

        public boolean good() {
            return failures.isEmpty();
        }
    }

    /** Whether the batch's target has a directory that can be asked. */
    public boolean applies() throws FailureException {
        return work.services().target(work.batch().target().kind()).tenants().isPresent()
                && !work.batch().rows().isEmpty();
    }

    public List<Finding> check(Cancel cancel) throws FailureException {
        List<Finding> all = new ArrayList<>();
        try (Tenant tenant = TenantAccess.open(work, cancel)) {
            Set<String> roles;
            try {
                roles = tenant.roles();
                all.add(new Finding(Subject.TOKEN, work.batch().target().name(), List.of()));
            } catch (CancelledException e) {
                throw e;
            } catch (FailureException e) {
                all.add(new Finding(Subject.TOKEN, work.batch().target().name(), List.of(e.failure())));
                return all;
            }
            all.add(permissions(tenant, roles));
            all.add(new Recommending(work, cancel).find(tenant));
            domains(tenant, all);
            mailboxes(tenant, Coming.of(work, mailboxes, cancel), all);
        }
        return all;
    }

    private static Finding permissions(Tenant tenant, Set<String> roles) {
        Set<String> missing = new TreeSet<>(tenant.rolesToWrite());
        missing.removeAll(roles);
        if (roles.stream().noneMatch(r -> r.startsWith("User.Read") || r.startsWith("Directory.Read"))) {
            missing.add("User.Read.All");
        }
        List<Failure> failures = missing.isEmpty()
                ? List.of()
                : List.of(TenantFailure.ROLES.with(String.join(", ", missing), String.join(", ", roles)));
        return new Finding(Subject.PERMISSIONS, String.join(", ", roles), failures);
    }

    private interface Look {
        void at() throws FailureException;
    }

    /** What cannot be asked for want of a permission is a finding as well. */
    private static void looking(Subject subject, String name, List<Finding> into, Look look) throws CancelledException {
        try {
            look.at();
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            into.add(new Finding(subject, name, List.of(e.failure())));
        }
    }

    private void domains(Tenant tenant, List<Finding> into) throws FailureException {
        Set<String> wanted = new LinkedHashSet<>();
        work.rows(mailboxes)
                .forEach(row -> row.emailAddress()
                        .ifPresent(address -> wanted.add(address.domain().toLowerCase(Locale.ROOT))));
        looking(Subject.DOMAIN, String.join(", ", wanted), into, () -> {
            List<TenantDomain> there = tenant.domains();
            for (String name : wanted) {
                into.add(new Finding(
                        Subject.DOMAIN,
                        name,
                        Optional.ofNullable(domain(there, name)).stream().toList()));
            }
        });
    }

    /** Null where the domain is accepted, verified and takes mail. */
    static Failure domain(List<TenantDomain> there, String name) {
        Optional<TenantDomain> found =
                there.stream().filter(d -> d.name().equalsIgnoreCase(name)).findFirst();
        if (found.isEmpty()) {
            return TenantFailure.DOMAIN_MISSING.with(name);
        } else if (!found.get().verified()) {
            return TenantFailure.DOMAIN_UNVERIFIED.with(name);
        }
        return found.get().mail() ? null : TenantFailure.DOMAIN_WITHOUT_MAIL.with(name);
    }

    private void mailboxes(Tenant tenant, Coming coming, List<Finding> into) throws FailureException {
        List<Licence> licences = new ArrayList<>();
        looking(Subject.LICENCES, "", into, () -> licences.addAll(tenant.licences()));
        int without = 0;
        for (MailboxRow row : work.rows(mailboxes)) {
            if (row.emailAddress().isPresent()) {
                List<Failure> failures = mailbox(tenant, row.emailAddress().get(), coming.to(row.label()), licences);
                without += failures.stream()
                                .anyMatch(f -> f.is(TenantFailure.NO_LICENCE) || f.is(TenantFailure.USER_MISSING))
                        ? 1
                        : 0;
                into.add(new Finding(Subject.MAILBOX, row.label(), failures));
            }
        }
        int free = licences.stream()
                .filter(Licence::givesMailbox)
                .mapToInt(Licence::free)
                .sum();
        if (!licences.isEmpty()) {
            boolean few = without > free;
            into.add(new Finding(
                    Subject.LICENCES,
                    String.valueOf(free),
                    few ? List.of(TenantFailure.TOO_FEW_LICENCES.with(without, free)) : List.of()));
        }
    }

    /** What is to be done about one mailbox, to which so many bytes are to come. */
    static List<Failure> mailbox(Tenant tenant, MailboxAddress address, long coming, List<Licence> licences)
            throws CancelledException {
        List<Failure> failures = new ArrayList<>();
        long quota = 0;
        try {
            Optional<TenantUser> found = tenant.user(address);
            if (found.isEmpty()) {
                return List.of(TenantFailure.USER_MISSING.with(address));
            }
            TenantUser user = found.get();
            List<Licence> its = licences.stream()
                    .filter(l -> l.givesMailbox() && user.licences().contains(l.id()))
                    .toList();
            quota = its.stream().mapToLong(Licence::quota).max().orElse(0);
            if (its.isEmpty() && !licences.isEmpty()) {
                failures.add(TenantFailure.NO_LICENCE.with(address));
            }
            if (user.usageLocation().isEmpty()) {
                failures.add(TenantFailure.NO_LOCATION.with(address));
            }
            if (user.hidden()) {
                failures.add(TenantFailure.HIDDEN.with(address));
            }
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            failures.add(e.failure());
        }
        room(tenant, address, coming, quota, failures);
        return failures;
    }

    /** The harmless call that tells whether the mailbox may be written, whatever the token says. */
    private static void room(Tenant tenant, MailboxAddress address, long coming, long quota, List<Failure> failures)
            throws CancelledException {
        try {
            long used = tenant.used(address);
            Argument.Size fit = new Argument.Size(quota);
            if (quota > 0 && used + coming > quota) {
                failures.add(
                        TenantFailure.NO_ROOM.with(address, new Argument.Size(used), new Argument.Size(coming), fit));
            } else if (quota > 0 && used > quota * FULL) {
                failures.add(TenantFailure.NEARLY_FULL.with(address, new Argument.Size(used), fit));
            }
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            failures.add(e.failure());
        }
    }
}
