package org.mailwain.project.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.settings.SettingsInput;
import org.mailwain.api.settings.SettingsSchema;

/** Puts what the cells of a row say in the place of an endpoint's own settings. */
public final class RowSettings {
    private RowSettings() {}

    /**
     * @param settings of the endpoint
     * @param given cells by the name of the setting
     * @throws FailureException of scope MAILBOX, where a cell cannot be what the setting wants
     */
    public static Record over(Record settings, Map<String, String> given, SettingsContext context)
            throws FailureException {
        if (given.isEmpty()) {
            return settings;
        }
        SettingsSchema schema = SettingsSchema.of(settings.getClass());
        RecordComponent[] components = settings.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String cell = given.get(components[i].getName());
            values[i] = cell == null ? own(settings, components[i]) : read(schema, components[i], cell, context);
        }
        return (Record) SettingsReader.make(settings.getClass(), components, values);
    }

    private static Object read(SettingsSchema schema, RecordComponent component, String cell, SettingsContext context)
            throws FailureException {
        List<Finding> findings = new ArrayList<>();
        var setting = schema.setting(component.getName()).orElseThrow();
        Object value = new SettingsReader(context, findings, true)
                .component(
                        component.getGenericType(),
                        setting,
                        setting.kind(),
                        new SettingsInput.Entry(setting.name(), null, new SettingsInput.Scalar(cell, null)));
        if (!findings.isEmpty()) {
            throw new FailureException(findings.getFirst().failure().at(Scope.MAILBOX));
        }
        return value;
    }

    private static Object own(Record settings, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(settings.getClass().toString(), impossible);
        }
    }
}
