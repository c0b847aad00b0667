package org.mailwain.project.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CsvDocument.CellEdit;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

class CsvDocumentTest {
    @Test
    void readsQuotesDelimitersAndLineEndsInCells() {
        CsvDocument document = read("a,b,c\r\n\"x,y\",\"he said \"\"no\"\"\",\"two\r\nlines\"\r\n,,\r\nlast");

        assertThat(cells(document))
                .containsExactly(
                        List.of("a", "b", "c"),
                        List.of("x,y", "he said \"no\"", "two\r\nlines"),
                        List.of("", "", ""),
                        List.of("last"));
    }

    @Test
    void keepsEveryByteOfAFileThatIsNotChanged() throws Exception {
        for (String text : List.of(
                "",
                "\n",
                "a",
                "a,b\n",
                "\n\na,b\r\n\r\n  \r\n1,2\n3",
                "a;\"b\nc\";d\r\r\r",
                "\"open,\n1,2",
                "a\"b,\"c\"d\n",
                "sep=;\r\na;b\r\n",
                "  \n a , b \n",
                "\t\n")) {
            byte[] bytes = ("\uFEFF" + text).getBytes("UTF-8");
            CsvDocument document = CsvDocument.read("x.csv", TextContent.decode(bytes), CsvFormat.STANDARD);
            assertThat(document.content().encode()).as(text).isEqualTo(bytes);
        }
    }

    @Test
    void blankLinesAreNoRowsAndCountAsLines() {
        CsvDocument document = read("\na,b\n\n  \n1,2\n\n");

        assertThat(document.rows()).isEqualTo(2);
        assertThat(document.line(0)).isEqualTo(2);
        assertThat(document.line(1)).isEqualTo(5);
    }

    @Test
    void tellsTheLineAndColumnOfACellBehindALineEndInQuotes() {
        CsvDocument document = read("a,b,c\n\"x\ny\",\"u\nvw\",z\n");

        Problem problem =
                document.problem(1, 2, Problem.Severity.ERROR, ProjectFailure.CSV_QUOTE_OPEN.with(), List.of());

        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.column()).isEqualTo(5);
    }

    @Test
    void findsTheCellOfAProblem() {
        CsvDocument document = read("a,b,c\n\"x\ny\",\"u\nvw\",z\n\n1,,3\n");
        for (int row = 0; row < document.rows(); row++) {
            for (int column = 0; column < 3; column++) {
                Problem problem = document.problem(
                        row, column, Problem.Severity.ERROR, ProjectFailure.CSV_QUOTE_OPEN.with(), List.of());
                assertThat(document.cell(problem)).contains(new CsvDocument.Cell(row, column));
            }
        }
    }

    @Test
    void changesOneCellAndKeepsItsQuotes() throws Exception {
        CsvDocument document = read("a , \"b\",c\r\n\r\n1,\"2\",3");

        CsvDocument changed = document.with(List.of(new CellEdit(1, 1, "x\"y"), new CellEdit(1, 0, "p;('/*")));

        assertThat(changed.content().text()).isEqualTo("a , \"b\",c\r\n\r\np;('/*,\"x\"\"y\",3");
        assertThat(changed.row(0)).isSameAs(document.row(0));
    }

    @Test
    void quotesWhatNeedsIt() throws Exception {
        assertThat(with("a,b\n", "x,y")).isEqualTo("a,\"x,y\"\n");
        assertThat(with("a,b\n", " x")).isEqualTo("a,\" x\"\n");
        assertThat(with("a,b\n", "x\ny")).isEqualTo("a,\"x\ny\"\n");
        assertThat(with("a,b\n", "@store")).isEqualTo("a,@store\n");
        assertThat(with("a\n", "x")).isEqualTo("a,x\n");
        assertThat(read("a\nb\n")
                        .with(List.of(new CellEdit(1, 0, "")))
                        .content()
                        .text())
                .isEqualTo("a\n\"\"\n");
    }

    @Test
    void addsAndRemovesRowsAndColumns() throws Exception {
        CsvDocument document = read("a,b\r\n1,2\r\n3");

        assertThat(document.withRow(3, List.of("x", "y z")).content().text()).isEqualTo("a,b\r\n1,2\r\n3\r\nx,y z");
        assertThat(document.withRow(1, List.of("x", "y")).content().text()).isEqualTo("a,b\r\nx,y\r\n1,2\r\n3");
        assertThat(document.withoutRows(List.of(1)).content().text()).isEqualTo("a,b\r\n3");
        assertThat(document.withColumn(1, "new").content().text()).isEqualTo("a,new,b\r\n1,,2\r\n3,");
        assertThat(document.withColumn(2, "new").content().text()).isEqualTo("a,b,new\r\n1,2,\r\n3,,");
        assertThat(document.withoutColumn(0).content().text()).isEqualTo("b\r\n2\r\n");
        assertThat(document.withoutColumn(1).content().text()).isEqualTo("a\r\n1\r\n3");
        assertThat(read("").withRow(0, List.of("a", "b")).content().text()).isEqualTo("a,b\r\n");
    }

    @Test
    void readsOnBehindAQuoteThatNeverCloses() {
        CsvDocument document = read("a,b\n1,\"open\n3,4\n5,\"x\"y\n");

        assertThat(document.rows()).isEqualTo(4);
        assertThat(document.row(1).cells()).containsExactly("1", "\"open");
        assertThat(document.problems()).extracting(Problem::line).containsExactly(2, 4);
        assertThat(document.problems()).extracting(Problem::column).containsExactly(3, 3);
    }

    @Test
    void refusesWhatAFormatWithoutQuotesCannotHold() {
        CsvDocument document = CsvDocument.read("x.csv", content("a;b\n"), new CsvFormat(';', CsvFormat.NO_QUOTE));

        assertThatThrownBy(() -> document.with(List.of(new CellEdit(0, 0, "x;y"))))
                .isInstanceOf(FailureException.class);
    }

    @RepeatedTest(20)
    void readsAsCommonsCsvDoes(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            String text = randomCsv(random);
            List<List<String>> expected = new ArrayList<>();
            for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text))) {
                if (!(row.size() == 1 && row.get(0).isBlank())) {
                    expected.add(row.toList());
                }
            }
            assertThat(cells(read(text))).as(text).isEqualTo(expected);
            assertThat(read(text).content().text()).isEqualTo(text);
        }
    }

    @RepeatedTest(20)
    void randomEditsComeBackWhenReadAgain(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        CsvDocument document = read(randomCsv(random) + "\nend\n");
        for (int i = 0; i < 100; i++) {
            List<List<String>> expected = new ArrayList<>();
            cells(document).forEach(row -> expected.add(new ArrayList<>(row)));
            int row = random.nextInt(document.rows());
            String value = randomValue(random);
            if (random.nextInt(5) == 0) {
                document = document.withRow(row, List.of(value, "x"));
                expected.add(row, List.of(value, "x"));
            } else {
                int column = random.nextInt(expected.get(row).size());
                document = document.with(List.of(new CellEdit(row, column, value)));
                expected.get(row).set(column, value);
            }
            CsvDocument again = read(document.content().text());
            assertThat(cells(again)).isEqualTo(expected);
            assertThat(again.line(again.rows() - 1)).isEqualTo(document.line(document.rows() - 1));
        }
    }

    private static String randomCsv(Random random) {
        StringBuilder text = new StringBuilder();
        String lineEnd = random.nextBoolean() ? "\r\n" : "\n";
        int rows = 1 + random.nextInt(6);
        for (int i = 0; i < rows; i++) {
            int cells = 2 + random.nextInt(4);
            for (int c = 0; c < cells; c++) {
                String value = randomValue(random);
                boolean plain = random.nextBoolean() && value.matches("[^\",\\r\\n]*") && value.equals(value.strip());
                text.append(c == 0 ? "" : ",").append(plain ? value : "\"" + value.replace("\"", "\"\"") + "\"");
            }
            text.append(i + 1 == rows && random.nextInt(3) == 0 ? "" : lineEnd);
            text.append(random.nextInt(10) == 0 ? lineEnd : "");
        }
        return text.toString();
    }

    private static String randomValue(Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            value.append("ab\",;\n '*(/ä\r".charAt(random.nextInt(13)));
        }
        return value.toString();
    }

    private static String with(String text, String value) throws FailureException {
        return read(text).with(List.of(new CellEdit(0, 1, value))).content().text();
    }

    private static List<List<String>> cells(CsvDocument document) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < document.rows(); i++) {
            rows.add(document.row(i).cells());
        }
        return rows;
    }

    private static CsvDocument read(String text) {
        return CsvDocument.read("x.csv", content(text), CsvFormat.STANDARD);
    }

    private static TextContent content(String text) {
        return new TextContent(text, Encoding.UTF_8);
    }
}
