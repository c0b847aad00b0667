package org.mailwain.presenters.explorer;

import java.util.Locale;

/** What a file is in a migration project; its name decides. */
public enum FileKind {
    FOLDER,
    ENDPOINT(".endpoint.yaml"),
    BATCH(".batch.yaml"),
    FOLDER_MAP(".foldermap.yaml"),
    MAILBOX_LIST(".csv"),
    /** The head of a report; the folder around it is the report. */
    REPORT("report.json"),
    PAGE(".html", ".htm"),
    PRINT(".pdf"),
    TEXT(".yaml", ".yml", ".json", ".ndjson", ".txt", ".md", ".log", ".xml", ".pem", ".gitignore"),
    OTHER;

    private final String[] endings;

    FileKind(String... endings) {
        this.endings = endings;
    }

    /** The end of the name that makes a file of this kind; empty for kinds that are told otherwise. */
    public String ending() {
        return endings.length == 0 ? "" : endings[0];
    }

    public static FileKind ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            for (String ending : kind.endings) {
                if (lower.endsWith(ending)) {
                    return kind;
                }
            }
        }
        return OTHER;
    }

    /** Whether a text editor of ours opens it; the system's own programs open the rest. */
    public boolean isText() {
        return switch (this) {
            case ENDPOINT, BATCH, FOLDER_MAP, MAILBOX_LIST, TEXT -> true;
            case FOLDER, REPORT, PAGE, PRINT, OTHER -> false;
        };
    }

    /** The name without the ending that the kind stands for: {@code acme.batch.yaml} is the batch {@code acme}. */
    String shortName(String name) {
        return switch (this) {
            case ENDPOINT, BATCH, FOLDER_MAP -> name.substring(0, name.length() - endings[0].length());
            case FOLDER, MAILBOX_LIST, REPORT, PAGE, PRINT, TEXT, OTHER -> name;
        };
    }
}
