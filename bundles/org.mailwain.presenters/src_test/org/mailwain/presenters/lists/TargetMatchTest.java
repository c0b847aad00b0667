package org.mailwain.presenters.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.operations.tenant.Matched;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvFormat;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

class TargetMatchTest {
    private final ListEditing list = new ListEditing(CsvDocument.read(
            "staff.csv",
            new TextContent("EmailAddress,UserName\n,anna\nben@x.example,ben\n,cleo\n", Encoding.UTF_8),
            CsvFormat.STANDARD));

    @Test
    void whatRulesFindStandsInTheListAndWhatPeopleWroteStays() throws Exception {
        var results = TargetMatch.apply(
                list,
                List.of(
                        new Matched(2, "anna", Matched.State.MATCHED, "login", List.of("anna@new.example")),
                        new Matched(3, "ben", Matched.State.BY_HAND, "", List.of("ben@x.example")),
                        new Matched(
                                4,
                                "cleo",
                                Matched.State.AMBIGUOUS,
                                "name",
                                List.of("c1@new.example", "c2@new.example"))));
        assertThat(list.document().content().text())
                .isEqualTo(
                        "EmailAddress,UserName,MatchedBy\nanna@new.example,anna,login\nben@x.example,ben,\n,cleo,\n");
        assertThat(results.get(2).addresses()).containsExactly("c1@new.example", "c2@new.example");
        TargetMatch.choose(list, 2, "c2@new.example");
        assertThat(list.cell(2, 0)).isEqualTo("c2@new.example");
        assertThat(list.cell(2, 2)).isEqualTo("hand");
        list.undo();
        assertThat(list.cell(2, 0)).isEmpty();
    }
}
