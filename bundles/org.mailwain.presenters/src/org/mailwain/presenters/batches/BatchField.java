package org.mailwain.presenters.batches;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.Deletions;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.project.BatchSettings;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/**
 * A setting of a batch as a field of a form, made from the records that its file is read into. Empty means that the file
 * does not say, and the default holds.
 *
 * @param path where it stands in the file
 * @param setting what it may be
 */
public record BatchField(YamlPath path, Setting setting) {
    /** How a field is shown. */
    public enum Shape {
        TEXT,
        /** One of {@link #words()}. */
        CHOICE,
        /** One text a line. */
        LINES
    }

    /** The batch itself, without its groups. */
    public static List<BatchField> ofBatch() {
        return fields(YamlPath.ROOT, SettingsSchema.of(BatchSettings.class));
    }

    /** @param side {@code sourceSignIn} or {@code targetSignIn} */
    public static List<BatchField> ofSignIn(String side) {
        return fields(YamlPath.of(side), SettingsSchema.of(BatchSettings.SignIn.class));
    }

    public static List<BatchField> ofFilter() {
        return fields(YamlPath.of("filter"), SettingsSchema.of(Filter.class));
    }

    public static List<BatchField> ofLimits() {
        return fields(YamlPath.of("limits"), SettingsSchema.of(BatchLimits.class));
    }

    /** Where the group of {@link #ofDeletions} stands; without it nothing is removed. */
    public static final YamlPath DELETIONS = YamlPath.of("deletions");

    /** How many copies of what left the source may be removed, where any are. */
    public static List<BatchField> ofDeletions() {
        return fields(DELETIONS, SettingsSchema.of(Deletions.class));
    }

    private static List<BatchField> fields(YamlPath group, SettingsSchema schema) {
        return schema.settings().stream()
                .filter(setting -> !(setting.kind() instanceof Setting.Kind.Group))
                .map(setting -> new BatchField(group.key(setting.name()), setting))
                .toList();
    }

    /** The field's name in texts: its path with dots. */
    public String key() {
        return path.toString();
    }

    public Shape shape() {
        return switch (setting.kind()) {
            case Setting.Kind.ListOf list -> Shape.LINES;
            case Setting.Kind.OneOf one -> Shape.CHOICE;
            case Setting.Kind.Truth truth -> Shape.CHOICE;
            default -> Shape.TEXT;
        };
    }

    /** What a choice offers besides nothing. */
    public List<String> words() {
        return switch (setting.kind()) {
            case Setting.Kind.OneOf(List<String> words) -> words;
            case Setting.Kind.Truth truth -> List.of("true", "false");
            default -> List.of();
        };
    }

    /** What the file says, as a person would type it; empty where it says nothing. */
    public String shown(YamlEditing editing) {
        Optional<YamlNode> node = editing.document().find(path);
        if (node.isPresent() && node.get() instanceof YamlNode.Sequence list) {
            return String.join(
                    "\n",
                    list.items().stream()
                            .filter(YamlNode.Scalar.class::isInstance)
                            .map(item -> ((YamlNode.Scalar) item).value())
                            .toList());
        }
        return editing.value(path).orElse("");
    }

    /** What is to be written for what a person typed; empty takes the key away. */
    public Optional<YamlValue> typed(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (setting.kind()) {
                    case Setting.Kind.ListOf list ->
                        YamlValue.texts(lines(value).toList());
                    case Setting.Kind.Text free -> YamlValue.text(value);
                    case Setting.Kind.FilePath file -> YamlValue.text(value);
                    default -> YamlValue.literal(value);
                });
    }

    private static Stream<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty());
    }
}
