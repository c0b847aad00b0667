package org.mailwain.dropins.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.mailwain.api.failure.Failure;
import org.mailwain.dropins.DropIn;
import org.mailwain.dropins.DropInFailure;
import org.mailwain.dropins.DropIns;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Compares the files with the bundles that the start made of them. */
@Component(service = DropIns.class)
public final class DropInsComponent implements DropIns {
    /** Where the start says that the folder is. */
    private static final String FOLDER = "mailwain.dropins";

    private static final String BY_REFERENCE = "reference:";
    private static final String CONTENT = "Mailwain-Content";

    private final BundleContext context;
    private final Components components;

    @Activate
    public DropInsComponent(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.components = new Components(context, runtime);
    }

    @Override
    public List<DropIn> look() {
        String folder = context.getProperty(FOLDER);
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".jar"))
                    .sorted()
                    .map(this::look)
                    .toList();
        } catch (IOException e) {
            return List.of(dropIn(folder, null, null, DropInFailure.UNREADABLE.with("", e.getMessage())));
        }
    }

    private DropIn look(Path file) {
        String name = file.getFileName().toString();
        String bundle;
        String version;
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            bundle = header(manifest, Constants.BUNDLE_SYMBOLICNAME)
                    .split(";")[0]
                    .strip();
            version = header(manifest, Constants.BUNDLE_VERSION);
        } catch (IOException e) {
            return dropIn(name, null, null, DropInFailure.UNREADABLE.with(name, e.getMessage()));
        }
        if (bundle.isEmpty()) {
            return dropIn(name, null, null, DropInFailure.NO_BUNDLE.with(name));
        }
        return Stream.of(context.getBundles())
                .filter(installed -> isFrom(installed, file))
                .findFirst()
                .map(installed -> look(name, installed))
                .orElseGet(() -> dropIn(name, bundle, version, absent(name, bundle, version)));
    }

    private static boolean isFrom(Bundle bundle, Path file) {
        String location = bundle.getLocation();
        String address = location.startsWith(BY_REFERENCE) ? location.substring(BY_REFERENCE.length()) : location;
        return address.startsWith("file:")
                && file.toUri().getPath().equals(URI.create(address).getPath());
    }

    private static String header(Manifest manifest, String name) {
        String value = manifest == null ? null : manifest.getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    private Failure absent(String name, String bundle, String version) {
        boolean doubled = Stream.of(context.getBundles())
                .anyMatch(other -> bundle.equals(other.getSymbolicName())
                        && other.getVersion().toString().equals(version));
        return doubled ? DropInFailure.DOUBLED.with(name, bundle, version) : DropInFailure.LATE.with(name);
    }

    private DropIn look(String name, Bundle bundle) {
        String version = bundle.getVersion().toString();
        if (bundle.getState() == Bundle.INSTALLED) {
            Optional<Failure> missing = new Requirements(name, bundle, wiring(), context.getBundles()).missing();
            return dropIn(name, bundle.getSymbolicName(), version, missing.orElseGet(() -> unresolved(name, bundle)));
        }
        if (bundle.getHeaders().get(CONTENT) != null || bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null) {
            return dropIn(name, bundle.getSymbolicName(), version, null);
        }
        if (bundle.getState() == Bundle.RESOLVED) {
            Optional<Failure> failure = start(name, bundle);
            if (failure.isPresent()) {
                return dropIn(name, bundle.getSymbolicName(), version, failure.get());
            }
        }
        List<String> kinds = components.kinds(bundle);
        return new DropIn(
                name,
                Optional.of(bundle.getSymbolicName()),
                Optional.of(version),
                kinds,
                components.failure(name, bundle));
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** Nothing is missing by itself, so the framework is asked. */
    private static Failure unresolved(String name, Bundle bundle) {
        return start(name, bundle)
                .map(failure ->
                        DropInFailure.UNRESOLVED.with(failure.arguments().toArray()))
                .orElseGet(() -> DropInFailure.LATE.with(name));
    }

    private static Optional<Failure> start(String name, Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return Optional.empty();
        } catch (BundleException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            String words = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
            return Optional.of(DropInFailure.NOT_STARTED.with(name, words));
        }
    }

    private static DropIn dropIn(String file, String bundle, String version, Failure failure) {
        return new DropIn(
                file,
                Optional.ofNullable(bundle),
                Optional.ofNullable(version),
                List.of(),
                Optional.ofNullable(failure));
    }
}
