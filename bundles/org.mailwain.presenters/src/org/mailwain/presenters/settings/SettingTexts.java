package org.mailwain.presenters.settings;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.mailwain.api.settings.Setting;

/** Labels and help of settings, from the properties beside the record that describes them. */
final class SettingTexts {
    private final ResourceBundle bundle;

    private SettingTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static SettingTexts of(Class<?> record) {
        try {
            return new SettingTexts(
                    ResourceBundle.getBundle(record.getName(), Locale.getDefault(), record.getClassLoader()));
        } catch (MissingResourceException none) {
            return new SettingTexts(null);
        }
    }

    /** The name with blanks where there is no label. */
    String label(Setting setting) {
        if (has(setting.name())) {
            return bundle.getString(setting.name());
        }
        String words = setting.name().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Empty where there is none. */
    String help(Setting setting) {
        String key = setting.name() + ".help";
        return has(key) ? bundle.getString(key) : "";
    }

    private boolean has(String key) {
        return bundle != null && bundle.containsKey(key);
    }
}
