package org.mailwain.presenters.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.presenters.editing.YamlEditing;

class BatchFieldTest {
    private static YamlEditing editing(String text) {
        return new YamlEditing("a.batch.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static BatchField field(List<BatchField> fields, String key) {
        return fields.stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
    }

    private static void type(YamlEditing editing, BatchField field, String text) throws Exception {
        var value = field.typed(text);
        if (value.isPresent()) {
            editing.set(field.path(), value.get());
        } else {
            editing.remove(field.path());
        }
    }

    @Test
    void fieldsAreMadeOfTheRecords() {
        assertThat(BatchField.ofBatch()).extracting(BatchField::key).contains("source", "target", "flags", "repairs");
        assertThat(BatchField.ofFilter()).extracting(BatchField::key).contains("filter.include", "filter.maxItemSize");
        assertThat(field(BatchField.ofLimits(), "limits.mailboxes").setting().fallback())
                .contains("10");
        assertThat(field(BatchField.ofFilter(), "filter.include").shape()).isEqualTo(BatchField.Shape.LINES);
        assertThat(field(BatchField.ofBatch(), "flags").words()).containsExactly("initial", "follow");
        assertThat(field(BatchField.ofFilter(), "filter.seen").words()).containsExactly("true", "false");
    }

    @Test
    void deletionsAreAGroupThatNeedNotBeThere() throws Exception {
        assertThat(BatchField.ofDeletions())
                .extracting(BatchField::key)
                .containsExactly("deletions.most", "deletions.percent", "deletions.emptied");
        YamlEditing editing = editing("source: a\n");
        type(editing, field(BatchField.ofDeletions(), "deletions.percent"), "5");
        assertThat(editing.text()).isEqualTo("source: a\ndeletions:\n  percent: 5\n");
        editing.remove(BatchField.DELETIONS);
        assertThat(editing.text()).isEqualTo("source: a\n");
    }

    @Test
    void whatIsTypedIsTheSmallestEdit() throws Exception {
        YamlEditing editing = editing("source: a   # old\nfilter:\n  # a word\n  maxItemSize: 35 MB  # theirs\n");
        type(editing, field(BatchField.ofFilter(), "filter.maxItemSize"), "50 MB");
        assertThat(editing.text())
                .isEqualTo("source: a   # old\nfilter:\n  # a word\n  maxItemSize: 50 MB  # theirs\n");
        BatchField exclude = field(BatchField.ofFilter(), "filter.exclude");
        type(editing, exclude, "#Trash#\n\n  Old/*  ");
        assertThat(exclude.shown(editing)).isEqualTo("#Trash#\nOld/*");
        type(editing, exclude, " ");
        assertThat(exclude.shown(editing)).isEmpty();
        assertThat(editing.text()).contains("# a word").doesNotContain("exclude");
    }

    @Test
    void theListIsNamedAloneOrInAGroup() {
        assertThat(ListName.of(editing("mailboxes: staff.csv\n"))).contains("staff.csv");
        assertThat(ListName.of(editing("mailboxes:\n  list: b.csv\n  delimiter: \";\"\n")))
                .contains("b.csv");
        assertThat(ListName.of(editing("source: a\n"))).isEqualTo(Optional.empty());
    }
}
