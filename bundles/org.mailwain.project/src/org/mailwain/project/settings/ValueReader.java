package org.mailwain.project.settings;

import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.settings.Host;
import org.mailwain.api.settings.Range;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.SettingsInput;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.project.ProjectFailure;

/** Turns single texts into values of a setting's type. */
final class ValueReader {
    /** Stands for a value that could not be made. */
    static final Object FAULTY = new Object();

    private final SettingsContext context;
    private final List<Finding> findings;

    ValueReader(SettingsContext context, List<Finding> findings) {
        this.context = context;
        this.findings = findings;
    }

    /** What a component is where nothing is given and nothing says otherwise. */
    static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : null;
    }

    Object read(
            Class<?> type, Setting setting, Setting.Kind kind, SettingsInput.Scalar scalar, SettingsInput.Entry entry) {
        String text = scalar.text();
        if (YamlInput.isNothing(scalar)) {
            return fault(scalar, ProjectFailure.SETTING_EMPTY.with(entry.key()));
        }
        return switch (kind) {
            case Setting.Kind.Text plain -> text;
            case Setting.Kind.HostName name -> host(text, scalar);
            case Setting.Kind.Port port -> whole(type, text, 1, 65_535, scalar, ProjectFailure.SETTING_NOT_PORT);
            case Setting.Kind.Whole whole -> whole(type, setting, text, scalar);
            case Setting.Kind.Size size ->
                Written.bytes(text)
                        .map(bytes -> ranged(bytes, bytes.count(), setting, scalar))
                        .orElseGet(() -> fault(scalar, ProjectFailure.SETTING_NOT_SIZE.with(text)));
            case Setting.Kind.Time time ->
                Written.duration(text)
                        .map(span -> ranged(span, span.toSeconds(), setting, scalar))
                        .orElseGet(() -> fault(scalar, ProjectFailure.SETTING_NOT_DURATION.with(text)));
            case Setting.Kind.Moment moment ->
                Written.moment(text)
                        .map(Object.class::cast)
                        .orElseGet(() -> fault(scalar, ProjectFailure.SETTING_NOT_MOMENT.with(text)));
            case Setting.Kind.Truth truth -> truth(text, scalar);
            case Setting.Kind.OneOf words -> constant(type, words.words(), text, scalar);
            case Setting.Kind.Hidden hidden -> secret(entry.key(), text, scalar);
            case Setting.Kind.FilePath path -> file(text, scalar);
            case Setting.Kind.ListOf list -> throw new IllegalStateException("list");
            case Setting.Kind.Group group -> throw new IllegalStateException("group");
            case Setting.Kind.Choice choice -> throw new IllegalStateException("choice");
        };
    }

    private Object host(String text, SettingsInput.Scalar scalar) {
        if (Host.valid(text)) {
            return new Host(text);
        }
        String bare = text.strip().replaceFirst("^[a-zA-Z0-9+.-]+://", "").replaceFirst("[:/].*$", "");
        return fault(
                scalar,
                ProjectFailure.SETTING_NOT_HOST.with(text),
                Host.valid(bare) ? List.of(IDN.toUnicode(bare)) : List.of());
    }

    private Object whole(Class<?> type, Setting setting, String text, SettingsInput.Scalar scalar) {
        Range range = setting.range();
        boolean isInt = type == int.class || type == Integer.class;
        long min = Math.max(range == null ? Long.MIN_VALUE : range.min(), isInt ? Integer.MIN_VALUE : Long.MIN_VALUE);
        long max = Math.min(range == null ? Long.MAX_VALUE : range.max(), isInt ? Integer.MAX_VALUE : Long.MAX_VALUE);
        return whole(type, text, min, max, scalar, ProjectFailure.SETTING_RANGE);
    }

    private Object whole(
            Class<?> type, String text, long min, long max, SettingsInput.Scalar scalar, ProjectFailure code) {
        Optional<Long> number = Written.whole(text);
        if (number.isEmpty()) {
            return fault(scalar, ProjectFailure.SETTING_NOT_NUMBER.with(text));
        }
        long value = number.get();
        if (value < min || value > max) {
            return fault(scalar, code.with(text, String.valueOf(min), String.valueOf(max)));
        }
        boolean isInt = type == int.class || type == Integer.class;
        return isInt ? (Object) (int) value : (Object) value;
    }

    private Object ranged(Object value, long measured, Setting setting, SettingsInput.Scalar scalar) {
        Range range = setting.range();
        if (range != null && (measured < range.min() || measured > range.max())) {
            boolean size = value instanceof Bytes;
            String min = size ? new Bytes(range.min()).toString() : range.min() + " s";
            String max = size ? new Bytes(range.max()).toString() : range.max() + " s";
            return fault(scalar, ProjectFailure.SETTING_RANGE.with(scalar.text(), min, max));
        }
        return value;
    }

    private Object truth(String text, SettingsInput.Scalar scalar) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        boolean yes = text.matches("(?i)yes|on|y|1|true");
        boolean no = text.matches("(?i)no|off|n|0|false");
        List<String> meant = yes ? List.of("true") : no ? List.of("false") : List.of("true", "false");
        return fault(scalar, ProjectFailure.SETTING_NOT_TRUTH.with(text), meant);
    }

    private Object constant(Class<?> type, List<String> words, String text, SettingsInput.Scalar scalar) {
        for (Object constant : type.getEnumConstants()) {
            if (SettingsSchema.word((Enum<?>) constant).equals(text)) {
                return constant;
            }
        }
        List<String> near = Nearest.of(text, words);
        return fault(
                scalar,
                ProjectFailure.SETTING_NOT_ONE_OF.with(text, String.join(", ", words)),
                near.isEmpty() ? words : near);
    }

    /** A secret itself never gets into a failure, hence no arguments. */
    private Object secret(String setting, String text, SettingsInput.Scalar scalar) {
        boolean named = text.startsWith(SecretNames.IN_STORE + ":");
        if (!named && !text.equals(SecretNames.IN_STORE)) {
            return fault(
                    scalar, ProjectFailure.SETTING_SECRET.with(setting), List.of("\"" + SecretNames.IN_STORE + "\""));
        }
        try {
            Optional<Secret> secret =
                    context.secrets().find(setting, named ? text.substring(SecretNames.IN_STORE.length() + 1) : "");
            return secret.isPresent()
                    ? secret.get()
                    : fault(scalar, ProjectFailure.SETTING_SECRET_MISSING.with(setting, text));
        } catch (FailureException closed) {
            return fault(scalar, closed.failure());
        }
    }

    private Object file(String text, SettingsInput.Scalar scalar) {
        try {
            Path path = context.folder().resolve(text).normalize();
            return Files.exists(path) ? path : fault(scalar, ProjectFailure.SETTING_FILE_MISSING.with(text));
        } catch (InvalidPathException unfit) {
            return fault(scalar, ProjectFailure.SETTING_FILE_MISSING.with(text));
        }
    }

    private Object fault(SettingsInput.Scalar scalar, Failure failure) {
        return fault(scalar, failure, List.of());
    }

    private Object fault(SettingsInput.Scalar scalar, Failure failure, List<String> suggestions) {
        findings.add(new Finding(scalar.place(), failure, suggestions));
        return FAULTY;
    }
}
