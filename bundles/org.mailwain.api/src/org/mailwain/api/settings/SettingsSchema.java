package org.mailwain.api.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;

/**
 * The settings that a record describes by its components and their annotations. Component types: String, {@link Host},
 * int, long, {@link Bytes}, {@link Duration}, {@link Instant}, boolean, an enum, {@link Secret}, {@link Path}, List of
 * these, a record (a group), a sealed interface of records (a choice), and Optional of any. In files an enum constant
 * {@code START_TLS} is written {@code start-tls}; {@code STARTTLS} is {@code starttls}. Choices come in the order of the
 * interface's {@code permits}; where that is missing, compilers order them as they like.
 *
 * @param type the record
 * @param settings in the order of its components, those of {@link Inline} records in their place
 */
public record SettingsSchema(Class<? extends Record> type, List<Setting> settings) {
    /** @throws IllegalArgumentException where a component has a type that is none of the above */
    public static SettingsSchema of(Class<? extends Record> type) {
        List<Setting> settings = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                settings.addAll(of(component.getType().asSubclass(Record.class)).settings());
            } else {
                settings.add(setting(component));
            }
        }
        return new SettingsSchema(type, List.copyOf(settings));
    }

    public Optional<Setting> setting(String name) {
        return settings.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The word in files for an enum constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Setting setting(RecordComponent component) {
        Default fallback = component.getAnnotation(Default.class);
        return new Setting(
                component.getName(),
                kind(component.getName(), component.getGenericType()),
                Optional.ofNullable(fallback).map(Default::value),
                component.isAnnotationPresent(Required.class),
                component.isAnnotationPresent(Advanced.class),
                component.isAnnotationPresent(PerRow.class),
                component.getAnnotation(Range.class),
                component.getAnnotation(ShownWhen.class));
    }

    private static Setting.Kind kind(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Setting.Kind element = kind(name, generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Optional.class ? element : new Setting.Kind.ListOf(element);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            boolean port = name.equals("port") || name.endsWith("Port");
            return port ? new Setting.Kind.Port() : new Setting.Kind.Whole();
        }
        if (raw.isEnum()) {
            return new Setting.Kind.OneOf(Arrays.stream(raw.getEnumConstants())
                    .map(constant -> word((Enum<?>) constant))
                    .toList());
        }
        return plain(raw).orElseGet(() -> structured(raw));
    }

    private static Optional<Setting.Kind> plain(Class<?> raw) {
        if (raw == String.class) {
            return Optional.of(new Setting.Kind.Text());
        } else if (raw == Host.class) {
            return Optional.of(new Setting.Kind.HostName());
        } else if (raw == Bytes.class) {
            return Optional.of(new Setting.Kind.Size());
        } else if (raw == Duration.class) {
            return Optional.of(new Setting.Kind.Time());
        } else if (raw == Instant.class) {
            return Optional.of(new Setting.Kind.Moment());
        } else if (raw == boolean.class || raw == Boolean.class) {
            return Optional.of(new Setting.Kind.Truth());
        } else if (raw == Secret.class) {
            return Optional.of(new Setting.Kind.Hidden());
        } else if (raw == Path.class) {
            return Optional.of(new Setting.Kind.FilePath());
        }
        return Optional.empty();
    }

    private static Setting.Kind structured(Class<?> raw) {
        if (raw.isRecord()) {
            return new Setting.Kind.Group(of(raw.asSubclass(Record.class)));
        }
        if (raw.isSealed()) {
            return new Setting.Kind.Choice(Arrays.stream(raw.getPermittedSubclasses())
                    .map(option -> new Setting.Kind.Choice.Named(
                            option.getAnnotation(Named.class).value(), of(option.asSubclass(Record.class))))
                    .toList());
        }
        throw new IllegalArgumentException("no setting can be of type " + raw.getName());
    }
}
