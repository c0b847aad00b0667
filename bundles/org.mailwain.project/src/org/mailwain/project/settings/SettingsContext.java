package org.mailwain.project.settings;

import java.nio.file.Path;

/**
 * What settings need besides their text.
 *
 * @param folder of the project, under which relative paths are
 */
public record SettingsContext(Path folder, SecretNames secrets) {}
