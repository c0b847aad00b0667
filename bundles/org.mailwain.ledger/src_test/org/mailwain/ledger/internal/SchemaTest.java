package org.mailwain.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;

class SchemaTest {
    private static final String FIRST = "CREATE TABLE meta (name TEXT, value BIGINT);\n"
            + "INSERT INTO meta (name, value) VALUES ('schema', 0);\nCREATE TABLE thing (old {bytes});\n";
    private static final String SECOND = "ALTER TABLE thing ADD COLUMN fresh BIGINT;\nUPDATE meta SET name = name;\n";
    private static final String BROKEN = "CREATE TABLE half (x BIGINT);\nCREATE TABLE thing (again BIGINT);\n";

    @TempDir
    Path folder;

    private PlainDatabase database;

    @BeforeEach
    void open() {
        database = new PlainDatabase(folder.resolve("x.db"));
    }

    private void bring(String... texts) throws FailureException {
        new Schema(database, List.of(texts)).bring();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long version() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT value FROM meta WHERE name = 'schema'")) {
            return row.getLong(1);
        }
    }

    @Test
    void takesAnOldLedgerStepByStepToThisVersion() throws Exception {
        bring(FIRST);
        execute("INSERT INTO thing (old) VALUES (1)");
        assertThat(new Schema(database, List.of(FIRST)).isOld()).isFalse();
        assertThat(new Schema(database, List.of(FIRST, SECOND)).isOld()).isTrue();
        bring(FIRST, SECOND);
        execute("UPDATE thing SET fresh = 1 WHERE old = 1");
        assertThat(version()).isEqualTo(2);
        bring(FIRST, SECOND);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void aStepThatFailsLeavesTheVersionBefore() throws Exception {
        bring(FIRST);
        assertThatThrownBy(() -> bring(FIRST, SECOND, BROKEN)).isInstanceOf(FailureException.class);
        assertThat(version()).isEqualTo(2);
        execute("CREATE TABLE half (x BIGINT)");
    }

    @Test
    void aNewerLedgerIsLeftAlone() throws Exception {
        bring(FIRST, SECOND);
        assertThatThrownBy(() -> bring(FIRST))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().is(LedgerFailure.NEWER)).isTrue());
        assertThat(version()).isEqualTo(2);
    }
}
