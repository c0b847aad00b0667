package org.mailwain.api.settings;

import java.util.Objects;
import org.mailwain.api.failure.Failure;

/**
 * Settings that are right one by one and wrong together.
 *
 * @param setting name of the one to show it at
 */
public record SettingsFault(String setting, Failure failure) {
    public SettingsFault {
        Objects.requireNonNull(setting);
        Objects.requireNonNull(failure);
    }
}
