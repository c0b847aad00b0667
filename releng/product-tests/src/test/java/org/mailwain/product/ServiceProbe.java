package org.mailwain.product;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.adaptor.EclipseStarter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Starts the bundles of a product without its application, in a process of its own, and prints a line for every component
 * of ours: its name, whether it is satisfied, and whether each of its services can be had.
 */
final class ServiceProbe {
    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    private static final int SATISFIED = 4;

    private final BundleContext context;
    private final Object runtime;

    private ServiceProbe(BundleContext context) {
        this.context = context;
        runtime = context.getService(context.getServiceReference(RUNTIME));
    }

    /** Arguments: the product, its configuration to start, a folder to write to. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> properties = new HashMap<>();
        properties.put("osgi.install.area", Path.of(arguments[0]).toUri().toString());
        properties.put(
                "osgi.sharedConfiguration.area", Path.of(arguments[1]).toUri().toString());
        properties.put("osgi.configuration.area", Path.of(arguments[2]).toUri() + "/");
        properties.put("osgi.configuration.cascaded", "true");
        properties.put("osgi.instance.area", "@none");
        properties.put("eclipse.ignoreApp", "true");
        properties.put("osgi.noShutdown", "true");
        EclipseStarter.setInitialProperties(properties);
        new ServiceProbe(EclipseStarter.startup(new String[0], null)).print();
        System.out.flush();
        System.exit(0);
    }

    private void print() throws Exception {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.mailwain.")) {
                System.out.println("bundle " + bundle.getSymbolicName() + " "
                        + (bundle.getState() == Bundle.INSTALLED ? "unresolved" : "resolved"));
            }
        }
        for (Object description : (Collection<?>) call("getComponentDescriptionDTOs")) {
            String name = (String) field(description, "name");
            if (name.startsWith("org.mailwain.")) {
                System.out.println("component " + name + " " + state(description) + services(description));
            }
        }
    }

    /** The runtime belongs to a class loader of the product. */
    private Object call(String method) throws Exception {
        return method(method).invoke(runtime, (Object) new Bundle[0]);
    }

    private java.lang.reflect.Method method(String name) {
        for (var each : runtime.getClass().getMethods()) {
            if (each.getName().equals(name)) {
                each.setAccessible(true);
                return each;
            }
        }
        throw new IllegalStateException(name);
    }

    private static Object field(Object object, String name) throws ReflectiveOperationException {
        Field field = object.getClass().getField(name);
        return field.get(object);
    }

    private String state(Object description) throws Exception {
        for (Object configuration :
                (Collection<?>) method("getComponentConfigurationDTOs").invoke(runtime, description)) {
            if ((Integer) field(configuration, "state") < SATISFIED) {
                return "unsatisfied";
            }
        }
        return "satisfied";
    }

    private String services(Object description) throws Exception {
        StringBuilder had = new StringBuilder();
        for (String service : (String[]) field(description, "serviceInterfaces")) {
            ServiceReference<?>[] references =
                    context.getAllServiceReferences(service, "(component.name=" + field(description, "name") + ")");
            boolean there = references != null && context.getService(references[0]) != null;
            had.append(' ').append(there ? "has " : "lacks ").append(service);
        }
        return had.toString();
    }
}
