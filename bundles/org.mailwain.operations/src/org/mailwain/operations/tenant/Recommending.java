package org.mailwain.operations.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.tenant.Tenant;
import org.mailwain.api.tenant.Writing;
import org.mailwain.operations.BatchWork;

/** Which way into the tenant is the best: IMAP where it may sign in, since it keeps every byte; else what is set. */
final class Recommending {
    private static final String IMAP_ROLE = "IMAP.AccessAsApp";
    private static final String BY_IMAP = "imap";

    private final BatchWork work;
    private final Cancel cancel;

    Recommending(BatchWork work, Cancel cancel) {
        this.work = work;
        this.cancel = cancel;
    }

    /** Nothing of it has to be done: it is advice. */
    TenantCheckOperation.Finding find(Tenant tenant) throws FailureException {
        Writing writing = tenant.writing();
        List<Failure> advice = new ArrayList<>();
        String best = writing.name();
        Optional<SignInMethod.Microsoft> method = work.microsoft();
        if (!writing.keepsBytes() && method.isPresent()) {
            boolean open = imapMaySignIn(tenant);
            best = open ? BY_IMAP : best;
            TenantFailure which = open ? TenantFailure.IMAP_KEEPS_MORE : TenantFailure.IMAP_CLOSED;
            String host = method.get().cloud().mail();
            advice.add(which.with(writing.name(), host, method.get().clientId()));
        }
        writing.loss().ifPresent(advice::add);
        return new TenantCheckOperation.Finding(TenantCheckOperation.Subject.STRATEGY, best, List.of(), advice);
    }

    private boolean imapMaySignIn(Tenant tenant) throws CancelledException {
        try {
            Optional<SignIn.CredentialSource> source = work.targetToken(TokenRequest.Purpose.IMAP, cancel);
            Set<String> roles = source.isPresent() ? tenant.roles(source.get().current()) : Set.of();
            return roles.contains(IMAP_ROLE);
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException noToken) {
            return false;
        }
    }
}
