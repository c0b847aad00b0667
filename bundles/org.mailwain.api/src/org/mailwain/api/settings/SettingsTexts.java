package org.mailwain.api.settings;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What people read about settings, from the properties file beside their record: the label under the name of the
 * component, the help under {@code NAME.help}. Translations stand beside it ({@code RECORD_de.properties}); a language
 * without one gets English. Without a file or a label, the component's name is the label.
 */
public final class SettingsTexts {
    private final Optional<ResourceBundle> texts;

    private SettingsTexts(Optional<ResourceBundle> texts) {
        this.texts = texts;
    }

    /** Those of a record. @param locale the reader's, whatever the language of the machine */
    public static SettingsTexts of(Class<? extends Record> settings, Locale locale) {
        try {
            return new SettingsTexts(Optional.of(ResourceBundle.getBundle(
                    settings.getName(),
                    locale,
                    settings.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))));
        } catch (MissingResourceException none) {
            return new SettingsTexts(Optional.empty());
        }
    }

    /** A few words in front of a field. */
    public String label(Setting setting) {
        return text(setting.name()).orElse(setting.name());
    }

    /** Sentences; empty where nothing more is to be said. */
    public String help(Setting setting) {
        return text(setting.name() + ".help").orElse("");
    }

    private Optional<String> text(String key) {
        return texts.filter(bundle -> bundle.containsKey(key)).map(bundle -> bundle.getString(key));
    }
}
