package org.mailwain.engine.internal.copy;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.StoredBody;
import org.mailwain.engine.internal.job.Job;

/** Tries the repair rules that the batch allows, one after the other, each on what the one before it made. */
final class Repairs {
    private final List<RepairRule> rules;
    private final BodyStore bodies;

    Repairs(Job job) {
        List<String> allowed = job.batch().repairs();
        this.rules = job.shared().services().repairs().stream()
                .filter(rule -> allowed.contains(rule.id()))
                .sorted(Comparator.comparingInt(RepairRule::order))
                .toList();
        this.bodies = job.shared().bodies().aside(job.stop().hard());
    }

    /** @return whether the cargo is another now and may be sent again */
    boolean mend(Cargo cargo, Failure refusal) throws FailureException {
        while (cargo.nextRepair() < rules.size()) {
            RepairRule rule = rules.get(cargo.nextRepair());
            cargo.triedRepair();
            try {
                Optional<Body> mended = rule.repair(cargo.body(), refusal, bodies);
                if (mended.isPresent()) {
                    cargo.repaired(StoredBody.of(mended.get()), rule.id());
                    return true;
                }
            } catch (IOException e) {
                throw new FailureException(EngineFailure.SPOOL.with(rule.id(), e.getMessage()), e);
            }
        }
        return false;
    }
}
