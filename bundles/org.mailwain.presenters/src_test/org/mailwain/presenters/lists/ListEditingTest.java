package org.mailwain.presenters.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvDocument.Cell;
import org.mailwain.project.csv.CsvFormat;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

class ListEditingTest {
    private static final String TEXT = "EmailAddress,UserName,Password\nb@x.org,b,pw\na@x.org,a,xpw\n";

    private final ListEditing editing =
            new ListEditing(CsvDocument.read("m.csv", new TextContent(TEXT, Encoding.UTF_8), CsvFormat.STANDARD));
    private final ListView view = new ListView(editing);

    @Test
    void aPasteIsOneStepOfUndoAndMakesRows() throws FailureException {
        editing.paste(List.of(1), 0, Clip.read("c@x.org\tc\nd@x.org\t\"d\ne\"\n"));
        assertThat(editing.rows()).isEqualTo(3);
        assertThat(editing.cell(1, 0)).isEqualTo("c@x.org");
        assertThat(editing.cell(1, 2)).isEqualTo("xpw");
        assertThat(editing.cell(2, 1)).isEqualTo("d\ne");
        editing.undo();
        assertThat(editing.content().text()).isEqualTo(TEXT);
        assertThat(editing.isDirty()).isFalse();
    }

    @Test
    void sortingAndFilteringLeaveTheFileAlone() {
        view.sort(0);
        assertThat(view.row(0)).isEqualTo(1);
        view.sort(0);
        assertThat(view.row(0)).isZero();
        view.filter("a@");
        assertThat(view.rows()).isEqualTo(1);
        assertThat(editing.content().text()).isEqualTo(TEXT);
    }

    @Test
    void passwordsAreNeitherFoundNorReplaced() throws FailureException {
        FindReplace find = new FindReplace(editing, view);
        view.filter("pw");
        assertThat(view.rows()).isZero();
        view.filter("");
        assertThat(find.next(new Cell(0, 0), "pw")).isEmpty();
        assertThat(find.replaceAll("X", "y")).isEqualTo(2);
        assertThat(editing.cell(1, 0)).isEqualTo("a@y.org");
        assertThat(editing.cell(1, 2)).isEqualTo("xpw");
        editing.undo();
        assertThat(editing.content().text()).isEqualTo(TEXT);
    }

    @Test
    void lettersOfEitherCaseAndWithAccentsAreSortedBesideEachOther() throws FailureException {
        editing.paste(
                List.of(), 0, Clip.read("Zo\u00EB\t1\n\u00E4rger\t2\nAra\t3\nzoe\t4\nStra\u00DFe\t5\nstrasze\t6\n"));
        view.arrange();
        view.sort(0);
        assertThat(shown(1)).containsExactly("a", "3", "2", "b", "5", "6", "4", "1");
    }

    @Test
    void whatIsFoundFollowsEachChangeOfTheList() throws FailureException {
        view.take(RowTexts.of(editing.document()));
        view.filter("new");
        assertThat(view.rows()).isZero();
        editing.set(1, 1, "New one");
        view.arrange();
        assertThat(view.from(0)).containsExactly(1);
        editing.insertRow(0);
        view.arrange();
        assertThat(view.from(0)).containsExactly(2);
        editing.setHeading(1, "Password");
        view.arrange();
        assertThat(view.rows()).isZero();
    }

    @Test
    void theSearchGoesOnBehindTheCellAndAroundTheEnd() {
        FindReplace find = new FindReplace(editing, view);
        assertThat(find.next(new Cell(0, 0), "x.org")).contains(new Cell(1, 0));
        assertThat(find.next(new Cell(1, 0), "x.org")).contains(new Cell(0, 0));
        assertThat(find.next(new Cell(1, 2), "B")).contains(new Cell(0, 0));
        assertThat(find.next(new Cell(0, 0), "B")).contains(new Cell(0, 1));
        assertThat(find.next(new Cell(0, 0), "nowhere")).isEmpty();
    }

    private List<String> shown(int column) {
        return view.from(0).stream().map(row -> editing.cell(row, column)).toList();
    }
}
