package org.mailwain.presenters.batches;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.progress.Cancel;

/** What has to be there before a batch of two kinds can be made, ticked where it is. */
public final class Prerequisites {
    private final BatchDraft draft;

    /** In the order in which they are seen to. */
    public enum Need {
        SOURCE_ENDPOINT,
        SOURCE_ANSWERS,
        TARGET_ENDPOINT,
        TARGET_ANSWERS,
        MAILBOX_LIST
    }

    /** What is known of a need. */
    public enum State {
        DONE,
        MISSING,
        /** Nobody has looked yet. */
        OPEN
    }

    /** @param reason why it is missing, where that is known */
    public record Finding(Need need, State state, Optional<Failure> reason) {}

    /** Asks the server of an endpoint whether it answers. */
    @FunctionalInterface
    public interface Servers {
        /** Why it does not, or empty where it does; waits. */
        Optional<Failure> failure(String endpoint, Cancel cancel) throws FailureException;
    }

    public Prerequisites(BatchDraft draft) {
        this.draft = draft;
    }

    /** What the files alone tell; at once. */
    public List<Finding> ofFiles() {
        Map<Need, Finding> all = new EnumMap<>(Need.class);
        for (Need need : Need.values()) {
            all.put(need, new Finding(need, State.OPEN, Optional.empty()));
        }
        endpoint(Need.SOURCE_ENDPOINT, draft.sourceKind(), all);
        endpoint(Need.TARGET_ENDPOINT, draft.targetKind(), all);
        boolean list = !draft.lists().isEmpty();
        all.put(Need.MAILBOX_LIST, new Finding(Need.MAILBOX_LIST, list ? State.DONE : State.OPEN, Optional.empty()));
        return List.copyOf(all.values());
    }

    private void endpoint(Need need, String kind, Map<Need, Finding> into) {
        List<String> names = draft.endpoints(kind);
        boolean sound =
                names.stream().anyMatch(name -> draft.project().endpoint(name).isPresent());
        Optional<Failure> reason = draft.project().problems().stream()
                .filter(Problem::isError)
                .filter(problem ->
                        names.stream().anyMatch(name -> problem.file().startsWith(name + ".endpoint.")))
                .map(Problem::failure)
                .findFirst();
        into.put(need, new Finding(need, sound ? State.DONE : State.MISSING, sound ? Optional.empty() : reason));
    }

    /** Also asks the servers of both kinds whether they answer; waits. */
    public List<Finding> ofServers(Servers servers, Cancel cancel) throws FailureException {
        List<Finding> all = new ArrayList<>(ofFiles());
        for (int i = 0; i < all.size(); i++) {
            Need need = all.get(i).need();
            if (need == Need.SOURCE_ANSWERS) {
                all.set(i, answers(need, draft.endpoints(draft.sourceKind()), servers, cancel));
            } else if (need == Need.TARGET_ANSWERS) {
                all.set(i, answers(need, draft.endpoints(draft.targetKind()), servers, cancel));
            }
        }
        return all;
    }

    private static Finding answers(Need need, List<String> endpoints, Servers servers, Cancel cancel)
            throws FailureException {
        if (endpoints.isEmpty()) {
            return new Finding(need, State.MISSING, Optional.empty());
        }
        for (String name : endpoints) {
            Optional<Failure> failure = servers.failure(name, cancel);
            if (failure.isPresent()) {
                return new Finding(need, State.MISSING, failure);
            }
        }
        return new Finding(need, State.DONE, Optional.empty());
    }
}
