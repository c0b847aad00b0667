package org.mailwain.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.api.signin.SignInForm;

/**
 * What files may name: kinds of endpoints, sign-in forms and repairs that this installation has.
 *
 * @param sources by kind
 * @param targets by kind
 * @param forms by id
 * @param repairs ids
 */
public record Catalog(
        Map<String, SourceProvider> sources,
        Map<String, TargetProvider> targets,
        Map<String, SignInForm> forms,
        Collection<String> repairs) {
    public Catalog {
        sources = Map.copyOf(sources);
        targets = Map.copyOf(targets);
        forms = Map.copyOf(forms);
        repairs = List.copyOf(repairs);
    }

    /** Kinds of endpoints, in alphabetical order. */
    public Collection<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>(sources.keySet());
        kinds.addAll(targets.keySet());
        return kinds;
    }

    /** Whoever knows the settings of a kind; source and target of one kind have the same. */
    public Optional<EndpointProvider> provider(String kind) {
        EndpointProvider source = sources.get(kind);
        return Optional.ofNullable(source == null ? targets.get(kind) : source);
    }
}
