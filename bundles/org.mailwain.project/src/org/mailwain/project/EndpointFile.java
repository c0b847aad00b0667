package org.mailwain.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.settings.Required;
import org.mailwain.api.settings.SettingsFault;
import org.mailwain.api.settings.SettingsInput;
import org.mailwain.project.settings.SecretNames;
import org.mailwain.project.settings.SettingsContext;
import org.mailwain.project.settings.SettingsReader;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;

/**
 * A {@code NAME.endpoint.yaml}: {@code kind}, {@code limits}, and beside them the settings of that kind's provider.
 *
 * @param kind empty where the file does not say
 * @param endpoint empty where a problem keeps it from being used
 */
public record EndpointFile(
        String name,
        YamlDocument document,
        Optional<String> kind,
        Optional<Endpoint> endpoint,
        List<Problem> problems) {
    public static final String SUFFIX = ".endpoint.yaml";

    private static final String KIND = "kind";
    private static final String LIMITS = "limits";

    private record KindSettings(@Required String kind, EndpointLimits limits) {}

    /**
     * Reads one; looks for files that it names.
     *
     * @param folder of the project
     * @param store for the secrets that the file mentions; null to leave them unread
     */
    public static EndpointFile read(
            String name, YamlDocument document, Catalog catalog, Path folder, CredentialStore store) {
        SettingsFile file = new SettingsFile(document);
        SettingsContext context = new SettingsContext(folder, SecretNames.of(name, store));
        SettingsInput.Group root = file.root();
        Optional<EndpointProvider> provider =
                file.scalar(KIND).map(YamlNode.Scalar::value).flatMap(catalog::provider);
        List<String> others =
                root.entries().stream().map(SettingsInput.Entry::key).toList();
        Optional<KindSettings> common = file.read(KindSettings.class, root, others, context);
        file.scalar(KIND)
                .ifPresent(kind -> file.requireKnown(
                        kind, kind.value(), List.copyOf(catalog.kinds()), ProjectFailure.ENDPOINT_KIND));
        Optional<? extends Record> settings =
                provider.flatMap(p -> file.read(p.settings(), root, List.of(KIND, LIMITS), context));
        if (provider.isPresent() && settings.isPresent()) {
            faults(file, provider.get(), settings.get());
        }
        Optional<Endpoint> endpoint = common.isPresent() && settings.isPresent() && file.isSound()
                ? Optional.of(new Endpoint(
                        name, common.get().kind(), settings.get(), common.get().limits()))
                : Optional.empty();
        return new EndpointFile(
                name, document, file.scalar(KIND).map(YamlNode.Scalar::value), endpoint, file.problems());
    }

    private static void faults(SettingsFile file, EndpointProvider provider, Record settings) {
        for (SettingsFault fault : provider.faults(settings)) {
            Object place = file.document()
                    .find(YamlPath.of(fault.setting()))
                    .map(Object.class::cast)
                    .orElseGet(() -> new SettingsReader.Missing(file.document().root()));
            file.add(place, fault.failure(), List.of());
        }
    }
}
