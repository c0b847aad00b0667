package org.mailwain.presenters.endpoints;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.presenters.settings.FormField;
import org.mailwain.project.Catalog;
import org.mailwain.project.yaml.YamlPath;

/** The fields of an endpoint's file, by pages; which there are depends on its kind. */
public final class EndpointForm {
    /** Where the kind stands. */
    public static final YamlPath KIND = YamlPath.of("kind");

    private static final String SIGN_IN = "signIn";

    private final YamlEditing editing;
    private final Catalog catalog;

    public EndpointForm(YamlEditing editing, Catalog catalog) {
        this.editing = editing;
        this.catalog = catalog;
    }

    /** Kinds that this installation has, in alphabetical order. */
    public List<String> kinds() {
        return List.copyOf(catalog.kinds());
    }

    /** Empty where the file says none, or one that nobody knows. */
    public Optional<String> kind() {
        return editing.value(KIND).filter(catalog.kinds()::contains);
    }

    /** What everybody fills in. */
    public List<FormField> connection() {
        return settings(setting -> !setting.advanced() && !isSignIn(setting));
    }

    /** What most leave alone. */
    public List<FormField> advanced() {
        return settings(setting -> setting.advanced() && !isSignIn(setting));
    }

    /** How to sign in, where the endpoint says so and not the list. */
    public List<FormField> signIn() {
        return settings(EndpointForm::isSignIn);
    }

    public List<FormField> limits() {
        return FormField.of(SettingsSchema.of(EndpointLimits.class), YamlPath.of("limits"));
    }

    private static boolean isSignIn(Setting setting) {
        return setting.name().equals(SIGN_IN) || setting.kind() instanceof Setting.Kind.Hidden;
    }

    private List<FormField> settings(Predicate<Setting> wanted) {
        return kind()
                .flatMap(catalog::provider)
                .map(provider -> FormField.of(SettingsSchema.of(provider.settings()), YamlPath.ROOT))
                .orElse(List.of())
                .stream()
                .filter(field -> wanted.test(field.setting()))
                .toList();
    }

    /** Whether mail and passwords go over the line for everybody to read. */
    public boolean isInsecure() {
        return connection().stream()
                .anyMatch(field -> field.setting().name().equals("security")
                        && field.effective(editing).equals("none"));
    }
}
