package org.mailwain.engine.internal.copy;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Job;

/**
 * Names why a message was refused, and tries the repair rules that the batch allows, one after the other, each on what
 * the one before it made. Thread-safe.
 */
final class Repairs {
    private final List<RepairRule> rules;
    private final List<RepairRule> ahead;
    private final List<String> allowed;
    private final BodyStore bodies;

    Repairs(Job job) {
        this.allowed = job.batch().repairs();
        List<RepairRule> all = job.shared().services().repairs().stream()
                .sorted(Comparator.comparingInt(RepairRule::order))
                .toList();
        this.rules = all.stream().filter(rule -> !rule.ahead()).toList();
        this.ahead = all.stream()
                .filter(rule -> rule.ahead() && allowed.contains(rule.id()))
                .toList();
        this.bodies = job.shared().bodies().aside(job.stop().hard());
    }

    /** The server's words in a refusal that gives no other reason; empty where it names its cause itself. */
    static String words(Failure refusal) {
        return refusal.arguments().stream()
                .filter(Argument.Text.class::isInstance)
                .map(a -> ((Argument.Text) a).value())
                .findFirst()
                .orElse("");
    }

    /** The flaw for which a message was refused, or the refusal itself where no rule finds one. */
    Failure cause(Cargo cargo, Failure refusal) throws FailureException {
        if (refusal.retryable() || words(refusal).isEmpty()) {
            return refusal;
        }
        for (RepairRule rule : meantFirst(refusal)) {
            try {
                Optional<Failure> flaw = rule.flaw(cargo.letter(), refusal);
                if (flaw.isPresent()) {
                    return flaw.get();
                }
            } catch (IOException e) {
                throw spool(rule, e);
            }
        }
        return refusal;
    }

    private List<RepairRule> meantFirst(Failure refusal) {
        return rules.stream()
                .sorted(Comparator.comparing(rule -> !rule.isMeantBy(refusal)))
                .toList();
    }

    /** @return whether the cargo is another now and may be sent again */
    boolean mend(Cargo cargo, Failure refusal) throws FailureException {
        for (RepairRule rule : meantFirst(refusal)) {
            if (allowed.contains(rule.id()) && cargo.tryRepair(rule.id()) && mend(cargo, refusal, rule)) {
                return true;
            }
        }
        return false;
    }

    /** Mends what the target would take and do harm with. @return whether the cargo is another now */
    boolean mendAhead(Cargo cargo) throws FailureException {
        boolean mended = false;
        for (RepairRule rule : ahead) {
            mended |= mend(cargo, null, rule);
        }
        return mended;
    }

    private boolean mend(Cargo cargo, Failure refusal, RepairRule rule) throws FailureException {
        try {
            Optional<Letter> mended = rule.repair(cargo.letter(), refusal, bodies);
            if (mended.isPresent()) {
                cargo.repaired(mended.get(), rule.id());
            }
            return mended.isPresent();
        } catch (IOException e) {
            throw spool(rule, e);
        }
    }

    private static FailureException spool(RepairRule rule, IOException e) {
        return new FailureException(EngineFailure.SPOOL.with(rule.id(), e.getMessage()), e);
    }
}
