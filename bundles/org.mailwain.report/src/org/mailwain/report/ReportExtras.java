package org.mailwain.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a report has besides the evidence.
 *
 * @param key signs the manifest; empty leaves the report unsigned
 * @param originals the project's folder, whose kept originals the report is to hold too; empty leaves them out, since
 *     they are whole messages
 */
public record ReportExtras(Optional<SigningKey> key, Optional<Path> originals) {
    public static final ReportExtras NONE = new ReportExtras(Optional.empty(), Optional.empty());
}
