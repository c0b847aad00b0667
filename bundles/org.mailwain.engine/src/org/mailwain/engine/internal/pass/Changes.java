package org.mailwain.engine.internal.pass;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.internal.job.Durable;

/** Reads what a source says of a folder's changes since the pair was settled. */
final class Changes implements ChangeSink {
    private final Pair pair;
    private final Sorter.Rules rules;
    private final Durable durable;
    private Sorter sorter;
    private long left;
    private RisingIds standing;

    Changes(Pair pair, Sorter.Rules rules, Durable durable) {
        this.pair = pair;
        this.rules = rules;
        this.durable = durable;
    }

    /** @return false where the folder has to be listed after all */
    boolean read(MailboxReader reader) throws FailureException {
        try {
            // as it was when the folders were listed: what came since is met again, and costs no question more
            pair.restart(pair.before());
            sorter = new Sorter(pair, rules, durable);
            reader.changes(pair.path(), pair.last().state(), this);
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            return false;
        }
        // not what was listed last: a run that died may have written down already that items left
        long listed = pair.record().counts().accounted() + sorter.freshItems() - left;
        boolean plausible = pair.before().count() < 0 || pair.before().count() <= listed;
        if (plausible) {
            sorter.endAll(listed);
        }
        return plausible;
    }

    @Override
    public void changed(List<ListedItem> items) throws FailureException {
        sorter.page(items);
    }

    @Override
    public void vanished(List<ItemId> ids) throws FailureException {
        left += sorter.left(ids);
    }

    @Override
    public void standing(List<ItemId> ids, boolean last) throws FailureException {
        if (standing == null) {
            standing = new RisingIds();
        }
        ids.forEach(standing::add);
        if (last) {
            left += standing.name(pair.ledger());
            standing = null;
        }
    }
}
