package org.mailwain.presenters.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.Setting.Kind;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.api.settings.SettingsTexts;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/**
 * One setting in a form over a YAML text.
 *
 * @param path where its value stands
 * @param help may be empty
 */
public record FormField(YamlPath path, Setting setting, String label, String help) {
    /** Fields of a record's settings. @param path of the group that holds them */
    public static List<FormField> of(SettingsSchema schema, YamlPath path) {
        SettingsTexts texts = SettingsTexts.of(schema.type(), Locale.getDefault());
        return schema.settings().stream()
                .map(setting ->
                        new FormField(path.key(setting.name()), setting, label(setting, texts), texts.help(setting)))
                .toList();
    }

    /** The name with blanks where there is no label. */
    private static String label(Setting setting, SettingsTexts texts) {
        String label = texts.label(setting);
        if (!label.equals(setting.name())) {
            return label;
        }
        String words = label.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A name that tells it from all others of a file. */
    public String id() {
        return path.toString();
    }

    /** What stands there; of a choice its word, of a list its items with commas. Empty where nothing does. */
    public String value(YamlEditing editing) {
        return editing.document().find(path).map(FormField::shown).orElse("");
    }

    private static String shown(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.isNull() ? "" : scalar.value();
            case YamlNode.Mapping mapping ->
                mapping.entries().isEmpty() ? "" : mapping.entries().getFirst().name();
            case YamlNode.Sequence list ->
                String.join(", ", list.items().stream().map(FormField::shown).toList());
        };
    }

    /** What holds: what stands there, else what is meant where nothing does. */
    public String effective(YamlEditing editing) {
        String value = value(editing);
        return value.isEmpty() ? setting.fallback().orElse("") : value;
    }

    /** What to write for a text that a person typed; empty takes the setting away. */
    public Optional<YamlValue> written(String typed) {
        String bare = typed.strip();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (setting.kind()) {
                    case Kind.Text text -> YamlValue.text(bare);
                    case Kind.HostName host -> YamlValue.text(bare);
                    case Kind.FilePath file -> YamlValue.text(bare);
                    case Kind.Hidden hidden -> YamlValue.text(bare);
                    case Kind.ListOf list -> YamlValue.texts(List.of(bare.split("\\s*,\\s*")));
                    default -> YamlValue.literal(bare);
                });
    }

    /** Whether it matters as the others stand now. @param siblings of the same record */
    public boolean isShown(YamlEditing editing, List<FormField> siblings) {
        if (setting.shownWhen() == null) {
            return true;
        }
        return siblings.stream()
                .filter(other ->
                        other.setting().name().equals(setting.shownWhen().component()))
                .anyMatch(other ->
                        other.effective(editing).equals(setting.shownWhen().is()));
    }

    /** The fields of the option that a choice stands at; empty for one without settings, and for what is no choice. */
    public List<FormField> below(YamlEditing editing) {
        String word = effective(editing);
        return switch (setting.kind()) {
            case Kind.Choice choice ->
                choice.options().stream()
                        .filter(option -> option.word().equals(word))
                        .flatMap(option -> of(option.schema(), path.key(word)).stream())
                        .map(field -> shorthand(editing, word) ? field.at(path.key(word)) : field)
                        .toList();
            case Kind.Group group -> of(group.schema(), path);
            default -> List.of();
        };
    }

    /** {@code trust: {ca-file: ca.pem}} is short for the one setting of that option. */
    private boolean shorthand(YamlEditing editing, String word) {
        return editing.document()
                .find(path.key(word))
                .filter(node -> node instanceof YamlNode.Scalar scalar && !scalar.isNull())
                .isPresent();
    }

    private FormField at(YamlPath other) {
        return new FormField(other, setting, label, help);
    }

    /** Words that can be chosen; empty for what is typed. */
    public List<String> words() {
        return switch (setting.kind()) {
            case Kind.OneOf words -> words.words();
            case Kind.Choice choice ->
                choice.options().stream().map(Kind.Choice.Named::word).toList();
            default -> List.of();
        };
    }
}
