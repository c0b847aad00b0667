package org.mailwain.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.ResourceFailureTexts;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out by which form the source lets us in to one mailbox, the likely ones first, without locking anybody out: few
 * tries with pauses between them, and none after the first word of a lock-out or a server that wants to be left alone.
 */
public final class FormsOperation {
    private static final Logger LOG = LoggerFactory.getLogger(FormsOperation.class);
    private static final int MOST_COUNTED = 500;

    private final BatchWork work;
    private final Wish wish;

    public FormsOperation(BatchWork work, Wish wish) {
        this.work = work;
        this.wish = wish;
    }

    /**
     * @param mailbox one of the list, or empty for the first
     * @param administrator in place of the batch's; his password is in the credential store
     * @param tries how many sign-ins are sent at most
     * @param pause between two of them
     */
    public record Wish(Optional<String> mailbox, Optional<String> administrator, int tries, Duration pause) {
        public static final int USUAL_TRIES = 4;
        public static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
    }

    public enum Result {
        WORKS,
        /** Sent, and refused. */
        REFUSED,
        /** The server does not offer what the form needs, or the row lacks something; no password was sent. */
        NOT_SENT,
        /** The server spoke of a lock-out or asked for a pause; nothing was tried afterwards. */
        STOPPED,
        NOT_TRIED
    }

    /**
     * @param login the name that was sent; empty where none was
     * @param onBehalfOf the user where the form has a field of its own for him
     * @param failure null where it works or was not tried
     */
    public record FormTry(String form, String login, Optional<String> onBehalfOf, Result result, Failure failure) {}

    /** @param messages -1 where they were not counted */
    public record Seen(FolderPath folder, long messages) {}

    /** @param folders what the form that works lets us see */
    public record Found(String mailbox, int line, Optional<String> works, List<FormTry> tries, List<Seen> folders) {}

    /** Takes tries as they come, on the calling thread. */
    @FunctionalInterface
    public interface Sink {
        void tried(FormTry result);
    }

    private record Candidate(SignInForm form, SignInChoice choice) {}

    /** @throws FailureException where the server does not even answer */
    public Found find(Sink sink, Cancel cancel) throws FailureException {
        MailboxRow row = row();
        Endpoint endpoint = work.batch().source();
        SourceProvider provider = work.services().source(endpoint.kind());
        SessionContext context =
                new SessionContext(cancel, new NoBodies(), LimitLease.UNLIMITED, work.asks(), Clock.systemUTC());
        List<Candidate> candidates = candidates(words(provider, endpoint, context));
        List<FormTry> tries = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        Set<String> sent = new HashSet<>();
        boolean ended = false;
        for (Candidate candidate : candidates) {
            FormTry result = ended || sent.size() >= wish.tries()
                    ? notTried(candidate)
                    : attempt(candidate, row, provider, context, sent, seen);
            ended |= result.result() == Result.WORKS || result.result() == Result.STOPPED;
            tries.add(result);
            sink.tried(result);
        }
        Optional<String> works = tries.stream()
                .filter(result -> result.result() == Result.WORKS)
                .map(FormTry::form)
                .findFirst();
        return new Found(row.label(), row.line(), works, List.copyOf(tries), List.copyOf(seen));
    }

    private MailboxRow row() throws FailureException {
        List<MailboxRow> rows = work.rows(wish.mailbox().stream().toList());
        if (rows.isEmpty()) {
            throw OperationFailure.NO_ROWS.raise(work.batch().name());
        }
        return rows.get(0);
    }

    /** What the server shows before anybody signs in. */
    private static List<String> words(SourceProvider provider, Endpoint endpoint, SessionContext context)
            throws FailureException {
        List<String> words = new ArrayList<>();
        for (ConnectOperation.Step step : ConnectOperation.probe(provider, endpoint, null, context)) {
            if (step.failure() != null) {
                throw new FailureException(step.failure());
            } else if (step.step() == ProbeSink.Step.CAPABILITIES) {
                step.findings().forEach(finding -> words.add(ResourceFailureTexts.shown(finding, Locale.ROOT)));
            }
        }
        return words;
    }

    /** The batch's own form first, then by likelihood. */
    private List<Candidate> candidates(List<String> words) {
        SignInChoice own = work.batch().sourceSignIn();
        Optional<String> administrator = wish.administrator().or(own::administrator);
        List<SignInForm> forms = work.services().forms().stream()
                .filter(form -> form.needsAdministrator() == administrator.isPresent())
                .filter(form -> form.id().equals(own.form()) || form.likelihood(words) >= 0)
                .sorted(Comparator.comparing((SignInForm form) -> !form.id().equals(own.form()))
                        .thenComparing(form -> -form.likelihood(words))
                        .thenComparing(SignInForm::id))
                .toList();
        return forms.stream()
                .map(form -> new Candidate(form, choice(form, own, administrator)))
                .toList();
    }

    private static SignInChoice choice(SignInForm form, SignInChoice own, Optional<String> administrator) {
        boolean ours = form.id().equals(own.form());
        return new SignInChoice(form.id(), administrator, ours ? own.setting() : Optional.empty());
    }

    private FormTry attempt(
            Candidate candidate,
            MailboxRow row,
            SourceProvider provider,
            SessionContext context,
            Set<String> sent,
            List<Seen> seen)
            throws FailureException {
        Login login;
        try {
            login = work.logins(context.cancel()).source(row, candidate.choice());
        } catch (FailureException e) {
            return new FormTry(candidate.form().id(), "", Optional.empty(), Result.NOT_SENT, e.failure());
        }
        // a missing password ends everything here, before anything is sent
        login.signIn().credential().current();
        SignIn signIn = login.signIn();
        String name = signIn.mechanism() + " " + signIn.authenticationId() + " " + signIn.authorizationId();
        if (sent.contains(name)) {
            return notTried(candidate);
        } else if (!sent.isEmpty()) {
            pause(context.cancel());
        }
        sent.add(name);
        Failure failure =
                open(provider, work.logins().sourceEndpoint(work.batch().source(), row), login, context, seen);
        Result result = failure == null ? Result.WORKS : refused(failure, signIn);
        if (result == Result.NOT_SENT) {
            sent.remove(name);
        }
        return new FormTry(candidate.form().id(), signIn.authenticationId(), signIn.authorizationId(), result, failure);
    }

    /** A failure that a later try may mend, such as a limit, is a server that wants to be left alone. */
    private static Result refused(Failure failure, SignIn signIn) {
        if (failure.retryable()
                || LockOutWords.in(failure, signIn.authenticationId()).isPresent()) {
            return Result.STOPPED;
        }
        return failure.scope() == Scope.ENDPOINT ? Result.NOT_SENT : Result.REFUSED;
    }

    private Failure open(
            SourceProvider provider, Endpoint endpoint, Login login, SessionContext context, List<Seen> seen)
            throws CancelledException {
        try (MailboxReader reader = provider.open(endpoint, login, context)) {
            seen.addAll(look(reader));
            return null;
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            return e.failure();
        }
    }

    private static List<Seen> look(MailboxReader reader) throws FailureException {
        List<Folder> folders = reader.folders();
        List<FolderPath> counted = folders.stream()
                .filter(Folder::selectable)
                .map(Folder::path)
                .limit(MOST_COUNTED)
                .toList();
        Map<FolderPath, Long> counts = counts(reader, counted);
        return folders.stream()
                .map(folder -> new Seen(folder.path(), counts.getOrDefault(folder.path(), -1L)))
                .toList();
    }

    /** To see the names is enough; a folder that may not be opened is no reason to say that the form fails. */
    private static Map<FolderPath, Long> counts(MailboxReader reader, List<FolderPath> folders)
            throws CancelledException {
        Map<FolderPath, Long> counts = new HashMap<>();
        try {
            List<FolderStatus> states = reader.states(folders);
            for (int i = 0; i < folders.size(); i++) {
                counts.put(folders.get(i), states.get(i).count());
            }
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            LOG.info("folders are not counted", e);
        }
        return counts;
    }

    private static FormTry notTried(Candidate candidate) {
        return new FormTry(candidate.form().id(), "", Optional.empty(), Result.NOT_TRIED, null);
    }

    private void pause(Cancel cancel) throws CancelledException {
        CountDownLatch woken = new CountDownLatch(1);
        Cancel.Registration registration = cancel.onCancel(woken::countDown);
        try {
            if (woken.await(wish.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                cancel.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            registration.close();
        }
    }
}
