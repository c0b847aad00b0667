package org.mailwain.operations;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.settings.Range;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.api.settings.SettingsTexts;
import org.mailwain.project.mailboxes.MailboxColumn;

/** The reference page of settings, made from their schema: Markdown that can be read as it is. */
public final class SettingsReference {
    private static final String INDENT = "    ";

    private final Locale locale;
    private final ResourceBundle words;

    public SettingsReference(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "org.mailwain.operations.reference", locale, SettingsReference.class.getClassLoader());
    }

    String word(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    /** A line for each setting, and those of its group or choices below it. */
    public List<String> lines(SettingsSchema schema) {
        List<String> lines = new ArrayList<>();
        add(schema, "", lines);
        return lines;
    }

    private void add(SettingsSchema schema, String indent, List<String> lines) {
        SettingsTexts texts = SettingsTexts.of(schema.type(), locale);
        for (Setting setting : schema.settings()) {
            String help = texts.help(setting);
            lines.add(indent + "- `" + setting.name() + "`: " + String.join(", ", facts(setting)) + "."
                    + (help.isEmpty() ? "" : " " + help));
            switch (setting.kind()) {
                case Setting.Kind.Group group -> add(group.schema(), indent + INDENT, lines);
                case Setting.Kind.Choice choice ->
                    choice.options().stream()
                            .filter(option -> !option.schema().settings().isEmpty())
                            .forEach(option -> {
                                lines.add(indent + INDENT + "- `" + option.word() + "`:");
                                add(option.schema(), indent + INDENT + INDENT, lines);
                            });
                default -> {
                    // stands for itself
                }
            }
        }
    }

    private List<String> facts(Setting setting) {
        List<String> facts = new ArrayList<>();
        facts.add(kind(setting.kind()));
        if (setting.range() != null) {
            facts.add(range(setting.kind(), setting.range()));
        }
        if (setting.required()) {
            facts.add(word("required"));
        }
        setting.fallback().ifPresent(value -> facts.add(word("default", "`" + value + "`")));
        if (setting.perRow()) {
            facts.add(word("row", "`" + MailboxColumn.headingOf(setting) + "`"));
        }
        if (setting.shownWhen() != null) {
            facts.add(word(
                    "shown",
                    "`" + setting.shownWhen().component() + "`",
                    alternatives(List.of(setting.shownWhen().is()))));
        }
        if (setting.advanced()) {
            facts.add(word("advanced"));
        }
        return facts;
    }

    private String range(Setting.Kind kind, Range range) {
        if (range.min() == Long.MIN_VALUE) {
            return word("range.most", limit(kind, range.max()));
        }
        return range.max() == Long.MAX_VALUE
                ? word("range.least", limit(kind, range.min()))
                : word("range", limit(kind, range.min()), limit(kind, range.max()));
    }

    private static String limit(Setting.Kind kind, long value) {
        return switch (kind) {
            case Setting.Kind.Size size -> new Bytes(value).toString();
            case Setting.Kind.Time time -> value + " s";
            default -> Long.toString(value);
        };
    }

    String kind(Setting.Kind kind) {
        return switch (kind) {
            case Setting.Kind.Text text -> word("kind.text");
            case Setting.Kind.HostName host -> word("kind.host");
            case Setting.Kind.Port port -> word("kind.port");
            case Setting.Kind.Whole whole -> word("kind.number");
            case Setting.Kind.Size size -> word("kind.size");
            case Setting.Kind.Time time -> word("kind.time");
            case Setting.Kind.Moment moment -> word("kind.moment");
            case Setting.Kind.Truth truth -> word("kind.truth");
            case Setting.Kind.OneOf one -> alternatives(one.words());
            case Setting.Kind.Hidden hidden -> word("kind.secret");
            case Setting.Kind.FilePath path -> word("kind.path");
            case Setting.Kind.ListOf list -> word("kind.list", kind(list.element()));
            case Setting.Kind.Group group -> word("kind.group");
            case Setting.Kind.Choice choice ->
                alternatives(choice.options().stream()
                        .map(Setting.Kind.Choice.Named::word)
                        .toList());
        };
    }

    private String alternatives(List<String> all) {
        List<String> quoted = all.stream().map(one -> "`" + one + "`").toList();
        return quoted.size() == 1
                ? quoted.getFirst()
                : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " " + word("or") + " " + quoted.getLast();
    }
}
