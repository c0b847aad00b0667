package org.mailwain.presenters.lists;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailwain.project.csv.CharsetGuess;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvFormat;
import org.mailwain.project.csv.CsvGuess;
import org.mailwain.project.csv.CsvRow;
import org.mailwain.project.mailboxes.MailboxColumn;
import org.mailwain.project.settings.Nearest;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

/**
 * A CSV of another make on its way to a mailbox list: charset, delimiter and the meaning of its columns are guessed, and
 * may be said otherwise. For one thread.
 */
public final class ListImport {
    /** Charsets that are offered, where the platform has them. */
    public static final List<String> CHARSETS =
            List.of("UTF-8", "windows-1252", "ISO-8859-15", "UTF-16LE", "windows-1251", "KOI8-R", "IBM850");

    /** Delimiters that are offered. */
    public static final String DELIMITERS = ",;\t|";

    /** What people call the columns, in small letters. */
    private static final Map<MailboxColumn, List<String>> CALLED = Map.of(
            MailboxColumn.EMAIL_ADDRESS,
            List.of(
                    "mail",
                    "e-mail",
                    "email",
                    "address",
                    "adresse",
                    "e-mail-adresse",
                    "mailadresse",
                    "smtp",
                    "postfach"),
            MailboxColumn.USER_NAME,
            List.of("login", "user", "account", "benutzer", "benutzername", "konto", "anmeldename", "uid"),
            MailboxColumn.PASSWORD,
            List.of("pass", "pw", "pwd", "passwort", "kennwort", "secret"),
            MailboxColumn.FIRST_NAME,
            List.of("vorname", "given name", "givenname"),
            MailboxColumn.LAST_NAME,
            List.of("nachname", "surname", "sn"),
            MailboxColumn.DISPLAY_NAME,
            List.of("anzeigename", "full name", "name"));

    private final byte[] bytes;
    private final Map<MailboxColumn, Integer> columns = new EnumMap<>(MailboxColumn.class);
    private TextContent content;
    private CsvDocument document;
    private boolean headed = true;

    /** @param bytes of the file */
    public ListImport(byte[] bytes) {
        this.bytes = bytes.clone();
        content = CharsetGuess.read(this.bytes);
        read(CsvGuess.format(content.text()));
    }

    private void read(CsvFormat format) {
        document = CsvDocument.read("", content, format);
        guess();
    }

    public String charset() {
        return content.encoding().charset().name();
    }

    /** @return whether the file can be read by it; where not, nothing has changed */
    public boolean charset(String name) {
        Charset charset = Charset.forName(name);
        Encoding marked = Encoding.ofMark(bytes);
        boolean same = marked != null && marked.charset().equals(charset);
        Optional<TextContent> read = TextContent.decode(bytes, new Encoding(charset, same));
        read.ifPresent(fresh -> {
            content = fresh;
            read(document.format());
        });
        return read.isPresent();
    }

    public char delimiter() {
        return document.format().delimiter();
    }

    public void delimiter(char character) {
        read(new CsvFormat(character, document.format().quote()));
    }

    /** Whether the first row holds headings. */
    public boolean isHeaded() {
        return headed;
    }

    public void headed(boolean first) {
        headed = first;
        guess();
    }

    /** Of the widest of the first rows: what the file calls its columns, numbers where it does not. */
    public List<String> headings() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < width(); i++) {
            String name = headed ? cell(document.row(0), i).strip() : "";
            names.add(name.isEmpty() ? String.valueOf(i + 1) : name);
        }
        return names;
    }

    private int width() {
        int widest = 0;
        for (int row = 0; row < Math.min(100, document.rows()); row++) {
            widest = Math.max(widest, document.row(row).size());
        }
        return widest;
    }

    /** Mailboxes that the file names. */
    public int rows() {
        return Math.max(0, document.rows() - (headed ? 1 : 0));
    }

    /** The first rows, with dots in place of passwords. @param most rows */
    public List<List<String>> preview(int most) {
        List<List<String>> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(most, rows()); i++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < width(); column++) {
                String value = cell(row(i), column);
                cells.add(isSecret(column) && !value.isEmpty() ? "\u2022\u2022\u2022\u2022" : value);
            }
            shown.add(cells);
        }
        return shown;
    }

    private CsvRow row(int index) {
        return document.row(index + (headed ? 1 : 0));
    }

    private boolean isSecret(int column) {
        return columns.entrySet().stream()
                .anyMatch(each -> each.getValue() == column && each.getKey().isSecret());
    }

    private static String cell(CsvRow row, int column) {
        return column < row.size() ? row.cell(column) : "";
    }

    /** The column of the file that is one of ours; -1 for none. */
    public int column(MailboxColumn ours) {
        return columns.getOrDefault(ours, -1);
    }

    /** @param theirs -1 for none */
    public void column(MailboxColumn ours, int theirs) {
        if (theirs < 0) {
            columns.remove(ours);
        } else {
            columns.put(ours, theirs);
        }
    }

    private void guess() {
        columns.clear();
        if (!headed || document.rows() == 0) {
            return;
        }
        List<String> headings = headings();
        for (MailboxColumn ours : MailboxColumn.values()) {
            for (int i = 0; i < headings.size(); i++) {
                if (!columns.containsKey(ours) && !columns.containsValue(i) && means(headings.get(i), ours)) {
                    columns.put(ours, i);
                }
            }
        }
        for (int i = 0; i < headings.size(); i++) {
            near(headings.get(i), i);
        }
    }

    private static boolean means(String heading, MailboxColumn ours) {
        String bare = heading.strip().toLowerCase(Locale.ROOT);
        return bare.equals(ours.heading().toLowerCase(Locale.ROOT))
                || CALLED.getOrDefault(ours, List.of()).contains(bare);
    }

    /** A heading that is almost one of ours. */
    private void near(String heading, int at) {
        if (!columns.containsValue(at)) {
            Nearest.of(heading, MailboxColumn.headings()).stream()
                    .findFirst()
                    .flatMap(MailboxColumn::of)
                    .ifPresent(ours -> columns.putIfAbsent(ours, at));
        }
    }

    /** Whether every mailbox has an address and a user name. */
    public boolean isComplete() {
        return columns.containsKey(MailboxColumn.EMAIL_ADDRESS) && columns.containsKey(MailboxColumn.USER_NAME);
    }

    /** The list in our form: UTF-8, commas, our headings in our order; what has no meaning is left out. */
    public byte[] list() {
        StringBuilder text = new StringBuilder();
        line(text, columns.keySet().stream().map(MailboxColumn::heading).toList());
        for (int i = 0; i < rows(); i++) {
            CsvRow row = row(i);
            line(
                    text,
                    columns.values().stream().map(column -> cell(row, column)).toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(
                        ",", cells.stream().map(CsvFormat.STANDARD::write).toList()))
                .append("\r\n");
    }
}
