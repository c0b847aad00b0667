package org.mailwain.project;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can be wrong with the files of a project. The arguments stand in {@code messages.properties}. */
public enum ProjectFailure implements FailureCode {
    FOLDER_MISSING("project.folder.missing"),
    FOLDER_NOT_EMPTY("project.folder.not-empty"),
    FOLDER_EMPTY("project.folder.empty"),
    FILE_MISSING("project.file.missing"),
    FILE_UNREADABLE("project.file.unreadable"),
    FILE_UNWRITABLE("project.file.unwritable"),
    FILE_TOO_LARGE("project.file.too-large"),
    FILE_NOT_UTF8("project.file.not-utf8"),
    FILE_CHANGED("project.file.changed"),
    FILE_UNKNOWN("project.file.unknown"),
    FILE_NAME("project.file.name"),

    YAML_SYNTAX("project.yaml.syntax"),
    YAML_TAB("project.yaml.tab"),
    YAML_COLON("project.yaml.colon"),
    YAML_UNCLOSED("project.yaml.unclosed"),
    YAML_INDENTATION("project.yaml.indentation"),
    YAML_RESERVED("project.yaml.reserved"),
    YAML_CONTROL_CHARACTER("project.yaml.control-character"),
    YAML_ALIAS("project.yaml.alias"),
    YAML_TAG("project.yaml.tag"),
    YAML_KEY_NOT_TEXT("project.yaml.key-not-text"),
    YAML_DOCUMENTS("project.yaml.documents"),
    YAML_TOO_DEEP("project.yaml.too-deep"),
    YAML_DUPLICATE_KEY("project.yaml.duplicate-key"),
    YAML_NOT_EDITABLE("project.yaml.not-editable"),

    SETTING_UNKNOWN("project.setting.unknown"),
    SETTING_UNKNOWN_NEAR("project.setting.unknown-near"),
    SETTING_MISSING("project.setting.missing"),
    SETTING_EMPTY("project.setting.empty"),
    SETTING_NOT_GROUP("project.setting.not-group"),
    SETTING_NOT_LIST("project.setting.not-list"),
    SETTING_NOT_SINGLE("project.setting.not-single"),
    SETTING_NOT_CHOICE("project.setting.not-choice"),
    SETTING_NOT_ONE_OF("project.setting.not-one-of"),
    SETTING_NOT_NUMBER("project.setting.not-number"),
    SETTING_NOT_PORT("project.setting.not-port"),
    SETTING_NOT_HOST("project.setting.not-host"),
    SETTING_NOT_SIZE("project.setting.not-size"),
    SETTING_NOT_DURATION("project.setting.not-duration"),
    SETTING_NOT_MOMENT("project.setting.not-moment"),
    SETTING_NOT_TRUTH("project.setting.not-truth"),
    SETTING_RANGE("project.setting.range"),
    SETTING_SECRET("project.setting.secret"),
    SETTING_SECRET_MISSING("project.setting.secret-missing"),
    SETTING_FILE_MISSING("project.setting.file-missing"),

    BATCH_ENDPOINT("project.batch.endpoint"),
    BATCH_NOT_SOURCE("project.batch.not-source"),
    BATCH_NOT_TARGET("project.batch.not-target"),
    BATCH_FOLDERS("project.batch.folders"),
    BATCH_FORM("project.batch.form"),
    BATCH_ADMINISTRATOR("project.batch.administrator"),
    BATCH_REPAIR("project.batch.repair"),
    BATCH_DATES("project.batch.dates"),
    BATCH_COLUMN("project.batch.column"),
    BATCH_COLUMN_TWICE("project.batch.column-twice"),
    ENDPOINT_KIND("project.endpoint.kind"),
    RULE_NO_TARGET("project.rule.no-target"),
    RULE_BOTH("project.rule.both"),
    RULE_WILDCARDS("project.rule.wildcards"),
    RULE_EMPTY_NAME("project.rule.empty-name"),

    CSV_QUOTE_OPEN("project.csv.quote-open"),
    CSV_QUOTE_INSIDE("project.csv.quote-inside"),
    CSV_CELL_UNWRITABLE("project.csv.cell-unwritable"),

    LIST_NOT_UTF8("project.list.not-utf8"),
    LIST_CHARSET("project.list.charset"),
    LIST_DELIMITER("project.list.delimiter"),
    LIST_CHARACTER("project.list.character"),
    LIST_NO_HEADINGS("project.list.no-headings"),
    LIST_HEADING_TWICE("project.list.heading-twice"),
    LIST_HEADING_EMPTY("project.list.heading-empty"),
    LIST_HEADING_UNKNOWN("project.list.heading-unknown"),
    LIST_HEADING_NEAR("project.list.heading-near"),
    LIST_HEADING_MISSING("project.list.heading-missing"),
    LIST_MAPPED_MISSING("project.list.mapped-missing"),
    LIST_TOO_MANY_ROWS("project.list.too-many-rows"),
    LIST_CLEAR_PASSWORDS("project.list.clear-passwords"),
    LIST_READABLE("project.list.readable"),
    LIST_PASSWORDS_DIFFER("project.list.passwords-differ"),
    LIST_FORMULA("project.list.formula"),

    ROW_WIDTH("project.row.width", Scope.MAILBOX),
    ROW_EMPTY("project.row.empty", Scope.MAILBOX),
    ROW_BLANKS("project.row.blanks", Scope.MAILBOX),
    ROW_CONTROL("project.row.control", Scope.MAILBOX),
    ROW_ADDRESS("project.row.address", Scope.MAILBOX),
    ROW_UNMATCHED("project.row.unmatched", Scope.MAILBOX),
    ROW_DOUBLED("project.row.doubled", Scope.MAILBOX),
    ROW_SAME_SOURCE("project.row.same-source", Scope.MAILBOX),
    ROW_SAME_TARGET("project.row.same-target", Scope.MAILBOX),
    ROW_ROOT("project.row.root", Scope.MAILBOX),
    ROW_ITEMS("project.row.items", Scope.MAILBOX),
    ROW_PRIORITY("project.row.priority", Scope.MAILBOX);

    private final String code;
    private final Scope scope;

    ProjectFailure(String code) {
        this(code, Scope.RUN);
    }

    ProjectFailure(String code, Scope scope) {
        this.code = code;
        this.scope = scope;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    /** Nothing here mends itself. */
    @Override
    public boolean retryable() {
        return false;
    }
}
