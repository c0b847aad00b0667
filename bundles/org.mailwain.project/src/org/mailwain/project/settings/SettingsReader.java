package org.mailwain.project.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.settings.Inline;
import org.mailwain.api.settings.Named;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.SettingsInput;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.project.ProjectFailure;

/**
 * Reads settings into the record that describes them and collects every fault on the way. A choice is written as its
 * word alone, or as its word with a group: {@code trust: system}, {@code trust: {ca-file: {file: ca.pem}}}; a group of
 * one setting may be that setting alone: {@code trust: {ca-file: ca.pem}}. One object reads one input; for one thread.
 */
public final class SettingsReader {
    private final ValueReader values;
    private final List<Finding> findings;
    private final boolean complete;

    /**
     * @param findings takes the faults
     * @param complete whether what is missing is a fault; not so where a syntax error hides a part
     */
    public SettingsReader(SettingsContext context, List<Finding> findings, boolean complete) {
        this.values = new ValueReader(context, findings);
        this.findings = findings;
        this.complete = complete;
    }

    /** The record, or empty where a fault kept it from being made. */
    public <R extends Record> Optional<R> read(Class<R> type, SettingsInput.Group input) {
        return read(type, input, List.of());
    }

    /** @param elsewhere names that stand in the same group and are read by somebody else */
    public <R extends Record> Optional<R> read(Class<R> type, SettingsInput.Group input, List<String> elsewhere) {
        int before = findings.size();
        Object made = group(type, input, elsewhere);
        boolean whole = findings.size() == before && made != ValueReader.FAULTY;
        return whole ? Optional.of(type.cast(made)) : Optional.empty();
    }

    /** What is wrong with a single value of a setting that stands alone, in a cell or an option; places are null. */
    public static Optional<Finding> check(SettingsSchema schema, String name, String text) {
        Setting setting = schema.setting(name).orElseThrow();
        Type type = type(schema.type(), name).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        SettingsContext context = new SettingsContext(Path.of(""), SecretNames.UNOPENED);
        new SettingsReader(context, findings, true)
                .component(
                        type,
                        setting,
                        setting.kind(),
                        new SettingsInput.Entry(name, null, new SettingsInput.Scalar(text, null)));
        return findings.stream().findFirst();
    }

    private static Optional<Type> type(Class<?> record, String name) {
        for (RecordComponent component : record.getRecordComponents()) {
            Optional<Type> found = component.isAnnotationPresent(Inline.class)
                    ? type(component.getType(), name)
                    : Optional.of(component.getGenericType())
                            .filter(type -> component.getName().equals(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Object group(Class<?> type, SettingsInput.Group input) {
        return group(type, input, List.of());
    }

    private Object group(Class<?> type, SettingsInput.Group input, List<String> elsewhere) {
        SettingsSchema schema = SettingsSchema.of(type.asSubclass(Record.class));
        List<String> known = new ArrayList<>(elsewhere);
        schema.settings().forEach(setting -> known.add(setting.name()));
        Map<String, SettingsInput.Entry> given = new HashMap<>();
        for (SettingsInput.Entry entry : input.entries()) {
            given.putIfAbsent(entry.key(), entry);
            if (!known.contains(entry.key())) {
                unknown(entry, known);
            }
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            if (components[i].isAnnotationPresent(Inline.class)) {
                arguments[i] = group(components[i].getType(), input, known);
                continue;
            }
            Setting setting = schema.setting(components[i].getName()).orElseThrow();
            SettingsInput.Entry entry = given.get(setting.name());
            arguments[i] = entry == null
                    ? absent(components[i], setting, input)
                    : component(components[i].getGenericType(), setting, setting.kind(), entry);
        }
        return make(type, components, arguments);
    }

    private void unknown(SettingsInput.Entry entry, List<String> known) {
        List<String> near = Nearest.of(entry.key(), known);
        findings.add(new Finding(
                entry.keyPlace(),
                near.isEmpty()
                        ? ProjectFailure.SETTING_UNKNOWN.with(entry.key(), String.join(", ", known))
                        : ProjectFailure.SETTING_UNKNOWN_NEAR.with(entry.key(), near.getFirst()),
                near));
    }

    /** Null where a fault was found: then nothing is made of the record. */
    static Object make(Class<?> type, RecordComponent[] components, Object[] arguments) {
        if (Arrays.stream(arguments).anyMatch(argument -> argument == ValueReader.FAULTY)) {
            return ValueReader.FAULTY;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(type + " refuses checked settings", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.toString(), impossible);
        }
    }

    private Object absent(RecordComponent component, Setting setting, SettingsInput.Group input) {
        Type type = component.getGenericType();
        if (setting.fallback().isPresent()) {
            Missing place = new Missing(input.place());
            SettingsInput fallback = new SettingsInput.Scalar(setting.fallback().get(), place);
            return component(type, setting, setting.kind(), new SettingsInput.Entry(setting.name(), place, fallback));
        }
        if (setting.required()) {
            if (complete) {
                findings.add(new Finding(
                        new Missing(input.place()), ProjectFailure.SETTING_MISSING.with(setting.name()), List.of()));
            }
            return ValueReader.FAULTY;
        }
        if (component.getType() == Optional.class) {
            return Optional.empty();
        }
        if (component.getType() == List.class) {
            return List.of();
        }
        if (setting.kind() instanceof Setting.Kind.Group group) {
            return group(group.schema().type(), new SettingsInput.Group(List.of(), input.place()));
        }
        return ValueReader.nothing(component.getType());
    }

    Object component(Type type, Setting setting, Setting.Kind kind, SettingsInput.Entry entry) {
        boolean optional = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        Type inner = optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
        Object value = value(inner, setting, kind, entry.value(), entry);
        return optional && value != ValueReader.FAULTY ? Optional.ofNullable(value) : value;
    }

    private Object value(
            Type type, Setting setting, Setting.Kind kind, SettingsInput input, SettingsInput.Entry entry) {
        return switch (kind) {
            case Setting.Kind.ListOf list -> list(type, setting, list, input, entry);
            case Setting.Kind.Group group ->
                switch (input) {
                    case SettingsInput.Group below -> group(group.schema().type(), below);
                    case SettingsInput.Scalar nothing
                    when YamlInput.isNothing(nothing) ->
                        group(group.schema().type(), new SettingsInput.Group(List.of(), entry.keyPlace()));
                    default -> fault(input, ProjectFailure.SETTING_NOT_GROUP, entry.key());
                };
            case Setting.Kind.Choice choice -> choice(choice, input, entry);
            default ->
                switch (input) {
                    case SettingsInput.Scalar scalar -> values.read((Class<?>) type, setting, kind, scalar, entry);
                    default -> fault(input, ProjectFailure.SETTING_NOT_SINGLE, entry.key());
                };
        };
    }

    private Object list(
            Type type, Setting setting, Setting.Kind.ListOf kind, SettingsInput input, SettingsInput.Entry entry) {
        Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
        if (input instanceof SettingsInput.Scalar nothing && YamlInput.isNothing(nothing)) {
            return List.of();
        }
        if (!(input instanceof SettingsInput.Sequence sequence)) {
            return fault(input, ProjectFailure.SETTING_NOT_LIST, entry.key());
        }
        List<Object> items = new ArrayList<>();
        for (SettingsInput each : sequence.elements()) {
            items.add(value(element, setting, kind.element(), each, entry));
        }
        return items.stream().anyMatch(item -> item == ValueReader.FAULTY) ? ValueReader.FAULTY : List.copyOf(items);
    }

    private Object choice(Setting.Kind.Choice choice, SettingsInput input, SettingsInput.Entry entry) {
        List<String> words =
                choice.options().stream().map(Setting.Kind.Choice.Named::word).toList();
        return switch (input) {
            case SettingsInput.Scalar word ->
                option(choice, words, word.text(), word, new SettingsInput.Group(List.of(), word.place()), entry);
            case SettingsInput.Group one
            when one.entries().size() == 1 -> {
                SettingsInput.Entry named = one.entries().getFirst();
                SettingsInput word = new SettingsInput.Scalar(named.key(), named.keyPlace());
                yield option(choice, words, named.key(), word, named.value(), named);
            }
            default -> fault(input, ProjectFailure.SETTING_NOT_CHOICE, entry.key(), String.join(", ", words));
        };
    }

    private Object option(
            Setting.Kind.Choice choice,
            List<String> words,
            String word,
            SettingsInput place,
            SettingsInput settings,
            SettingsInput.Entry entry) {
        int at = words.indexOf(word);
        if (at < 0) {
            List<String> near = Nearest.of(word, words);
            findings.add(new Finding(
                    place.place(),
                    ProjectFailure.SETTING_NOT_ONE_OF.with(word, String.join(", ", words)),
                    near.isEmpty() ? words : near));
            return ValueReader.FAULTY;
        }
        SettingsSchema schema = choice.options().get(at).schema();
        return switch (settings) {
            case SettingsInput.Group group -> group(schema.type(), group);
            case SettingsInput.Scalar nothing
            when YamlInput.isNothing(nothing) ->
                group(schema.type(), new SettingsInput.Group(List.of(), entry.keyPlace()));
            default ->
                schema.settings().size() == 1
                        ? group(schema.type(), alone(schema.settings().getFirst(), settings, entry))
                        : fault(settings, ProjectFailure.SETTING_NOT_GROUP, word);
        };
    }

    private static SettingsInput.Group alone(Setting setting, SettingsInput value, SettingsInput.Entry entry) {
        return new SettingsInput.Group(
                List.of(new SettingsInput.Entry(setting.name(), entry.keyPlace(), value)), entry.keyPlace());
    }

    private Object fault(SettingsInput input, ProjectFailure code, Object... arguments) {
        findings.add(new Finding(input.place(), code.with(arguments), List.of()));
        return ValueReader.FAULTY;
    }

    /** The word in files for an option's record. */
    public static String word(Class<?> option) {
        return option.getAnnotation(Named.class).value();
    }

    /** The place of something that is not there: the group in which it is missed. */
    public record Missing(Object group) {}
}
