package org.mailwain.dropins.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.api.failure.Failure;
import org.mailwain.dropins.DropInFailure;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** What a bundle requires and nobody has. */
final class Requirements {
    private static final String OURS = "org.mailwain.";

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]*)\\)");
    private static final Pattern SPECIFICATION = Pattern.compile("\\(version=([^)]*)\\)");
    private static final Pattern LEAST = Pattern.compile("\\(version>=([^)]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]*)\\)\\)");

    private final String file;
    private final Bundle bundle;
    private final FrameworkWiring wiring;
    private final Bundle[] all;

    Requirements(String file, Bundle bundle, FrameworkWiring wiring, Bundle[] all) {
        this.file = file;
        this.bundle = bundle;
        this.wiring = wiring;
        this.all = all;
    }

    /** Our own API first, since the rest may follow from it. */
    Optional<Failure> missing() {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        List<Failure> missing = new ArrayList<>();
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (isMandatory(requirement) && wiring.findProviders(requirement).isEmpty()) {
                missing.add(failure(requirement));
            }
        }
        return missing.stream()
                .filter(failure -> failure.is(DropInFailure.API_VERSION))
                .findFirst()
                .or(() -> missing.stream().findFirst());
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && (effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE));
    }

    private Failure failure(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> ofPackage(filter);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                DropInFailure.JAVA.with(
                        file, java(filter), Integer.toString(Runtime.version().feature()));
            default -> DropInFailure.REQUIREMENT.with(file, requirement.getNamespace() + " " + filter);
        };
    }

    /** {@code Java 25} for {@code (&(osgi.ee=JavaSE)(version=25))}, else as it stands there. */
    private static String java(String filter) {
        return found(SPECIFICATION, filter).map(version -> "Java " + version).orElse(filter);
    }

    private Failure ofPackage(String filter) {
        String name = found(PACKAGE, filter).orElse(filter);
        String wanted = range(filter);
        Optional<Version> ours = exported(name);
        return name.startsWith(OURS) && ours.isPresent()
                ? DropInFailure.API_VERSION.with(file, name, wanted, ours.get())
                : DropInFailure.PACKAGE_MISSING.with(file, name, wanted);
    }

    private static String range(String filter) {
        Version least = found(LEAST, BELOW.matcher(filter).replaceAll(""))
                .map(Version::parseVersion)
                .orElse(Version.emptyVersion);
        Version below = found(BELOW, filter).map(Version::parseVersion).orElse(null);
        return new VersionRange(VersionRange.LEFT_CLOSED, least, below, VersionRange.RIGHT_OPEN).toString();
    }

    private static Optional<String> found(Pattern pattern, String filter) {
        Matcher matcher = pattern.matcher(filter);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Optional<Version> exported(String name) {
        return Arrays.stream(all)
                .map(other -> other.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(BundleCapability::getAttributes)
                .filter(attributes -> name.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(attributes -> (Version) attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .max(Version::compareTo);
    }
}
