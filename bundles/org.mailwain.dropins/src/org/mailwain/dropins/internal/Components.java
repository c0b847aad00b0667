package org.mailwain.dropins.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.dropins.DropInFailure;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** The components of a bundle that is there. */
final class Components {
    private final BundleContext context;
    private final ServiceComponentRuntime runtime;

    Components(BundleContext context, ServiceComponentRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    /** Kinds of endpoints that the bundle's services bring; those that fail are left out. */
    List<String> kinds(Bundle bundle) {
        List<String> kinds = new ArrayList<>();
        kinds(SourceProvider.class, bundle, kinds);
        kinds(TargetProvider.class, bundle, kinds);
        return kinds.stream().distinct().sorted().toList();
    }

    private <P extends EndpointProvider> void kinds(Class<P> type, Bundle bundle, List<String> kinds) {
        for (ServiceReference<P> reference : references(type)) {
            if (bundle.equals(reference.getBundle())) {
                P provider = context.getService(reference);
                if (provider != null) {
                    kinds.add(provider.kind());
                    context.ungetService(reference);
                }
            }
        }
    }

    private <P> Collection<ServiceReference<P>> references(Class<P> type) {
        try {
            return context.getServiceReferences(type, null);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Why a component is of no use. Ask after {@link #kinds}, which tries them. */
    Optional<Failure> failure(String file, Bundle bundle) {
        Collection<ComponentDescriptionDTO> described = runtime.getComponentDescriptionDTOs(bundle);
        for (ComponentDescriptionDTO component : described) {
            for (ComponentConfigurationDTO one : runtime.getComponentConfigurationDTOs(component)) {
                if (one.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    return Optional.of(
                            DropInFailure.COMPONENT_FAILS.with(file, component.name, firstLines(one.failure)));
                }
                for (UnsatisfiedReferenceDTO waiting : one.unsatisfiedReferences) {
                    return Optional.of(
                            DropInFailure.COMPONENT_WAITS.with(file, component.name, service(component, waiting)));
                }
            }
        }
        return described.isEmpty() ? Optional.of(DropInFailure.NO_COMPONENT.with(file)) : Optional.empty();
    }

    private static String service(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO waiting) {
        for (var reference : component.references) {
            if (reference.name.equals(waiting.name)) {
                return reference.interfaceName;
            }
        }
        return waiting.name;
    }

    /** A failure is a stack trace; the causes say why. */
    private static String firstLines(String failure) {
        return failure.lines()
                .filter(line -> !line.startsWith("\t"))
                .map(String::strip)
                .reduce((first, last) -> last)
                .orElse("");
    }
}
