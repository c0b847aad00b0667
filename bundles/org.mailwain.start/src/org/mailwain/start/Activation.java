package org.mailwain.start;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.osgi.container.Module;
import org.eclipse.osgi.container.Module.StartOptions;
import org.eclipse.osgi.container.Module.State;
import org.eclipse.osgi.container.ModuleCapability;
import org.eclipse.osgi.container.ModuleContainerAdaptor.ContainerEvent;
import org.eclipse.osgi.container.ModuleRevision;
import org.eclipse.osgi.container.ModuleWire;
import org.eclipse.osgi.container.ModuleWiring;
import org.eclipse.osgi.container.namespaces.EquinoxModuleDataNamespace;
import org.osgi.framework.BundleException;

/**
 * Bundles start lazily when somebody asks for one of their classes. On the class path classes find each other without
 * asking, so the first question to a bundle also starts the bundles that it is wired to, as far as they have something
 * to do at their start.
 */
final class Activation {
    /** Those that this thread has looked at since the outermost question. */
    private static final ThreadLocal<Set<Module>> SEEN = ThreadLocal.withInitial(HashSet::new);

    /** Those of which every bundle that they are wired to was looked at. */
    private static final Set<Module> SETTLED = ConcurrentHashMap.newKeySet();

    private static final Set<State> WAITING = Set.of(State.RESOLVED, State.LAZY_STARTING);

    private final Module module;

    private volatile boolean done;

    Activation(Module module) {
        this.module = module;
    }

    /** Starts what the bundle needs, then the bundle. What cannot start is told to the framework's log. */
    void begin() {
        if (done) {
            return;
        }
        Set<Module> seen = SEEN.get();
        boolean outermost = seen.isEmpty();
        startNeeded(module, seen);
        if (module.getState() == State.LAZY_STARTING) {
            start(module);
        }
        if (outermost) {
            SETTLED.addAll(seen);
            SEEN.remove();
            done = true;
        }
    }

    private static void startNeeded(Module module, Set<Module> seen) {
        ModuleRevision revision = module.getCurrentRevision();
        ModuleWiring wiring = revision == null ? null : revision.getWiring();
        if (wiring == null || SETTLED.contains(module) || !seen.add(module)) {
            return;
        }
        for (ModuleWire wire : wiring.getRequiredModuleWires(null)) {
            ModuleRevision provider = wire.getProvider();
            Module needed = provider.getRevisions().getModule();
            startNeeded(needed, seen);
            if (waits(needed, provider)) {
                start(needed);
            }
        }
    }

    private static boolean waits(Module module, ModuleRevision revision) {
        List<ModuleCapability> data = revision.getModuleCapabilities(EquinoxModuleDataNamespace.MODULE_DATA_NAMESPACE);
        return WAITING.contains(module.getState())
                && !data.isEmpty()
                && data.get(0).getAttributes().containsKey(EquinoxModuleDataNamespace.CAPABILITY_ACTIVATOR)
                && data.get(0).getAttributes().containsKey(EquinoxModuleDataNamespace.CAPABILITY_ACTIVATION_POLICY);
    }

    private static void start(Module module) {
        try {
            module.start(StartOptions.LAZY_TRIGGER);
        } catch (BundleException e) {
            module.getContainer().getAdaptor().publishContainerEvent(ContainerEvent.ERROR, module, e);
        }
    }
}
