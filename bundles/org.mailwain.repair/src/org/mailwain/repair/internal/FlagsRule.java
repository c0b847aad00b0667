package org.mailwain.repair.internal;

import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.repair.RepairFailure;
import org.osgi.service.component.annotations.Component;

/** Leaves keywords out where the target refuses a message for them. What a folder says it keeps is cut to that before. */
@Component(service = RepairRule.class)
public final class FlagsRule extends Refused {
    public FlagsRule() {
        super("flags", 60, "flag|keyword");
    }

    @Override
    public Optional<Failure> flaw(Letter letter, Failure refusal) {
        return applies(letter, refusal)
                ? Optional.of(
                        RepairFailure.FLAGS.with(String.join(" ", letter.flags().keywords()), words(refusal)))
                : Optional.empty();
    }

    private boolean applies(Letter letter, Failure refusal) {
        return isMeantBy(refusal) && !letter.flags().keywords().isEmpty();
    }

    @Override
    public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies) {
        return applies(letter, refusal)
                ? Optional.of(letter.with(Flags.of(letter.flags().system(), Set.of())))
                : Optional.empty();
    }
}
