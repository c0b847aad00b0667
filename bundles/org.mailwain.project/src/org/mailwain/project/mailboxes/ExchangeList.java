package org.mailwain.project.mailboxes;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CsvFormat;

/**
 * Writes lists that Exchange Online takes: its columns alone, in its order, UTF-8 without a mark, CRLF.
 *
 * <p>Values are written as they are, also where a spreadsheet would take one for a formula: a sign put before it would
 * end up in a password or a name. {@link #warnings} names such rows instead.
 */
public final class ExchangeList {
    private static final String LINE_END = "\r\n";

    /** A row as Exchange Online sees it, with the user name and password that it is to send. */
    public record Row(
            int line, MailboxAddress emailAddress, String userName, Secret password, Optional<String> userRoot) {}

    private final List<Row> rows;

    public ExchangeList(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The bytes of the file; the caller clears them after use. The column UserRoot is there where a row has one. */
    public byte[] bytes() {
        boolean roots = rows.stream().anyMatch(row -> row.userRoot().isPresent());
        List<char[]> parts = new ArrayList<>();
        parts.add(headings(roots).toCharArray());
        for (Row row : rows) {
            parts.add((cell(row.emailAddress().value()) + "," + cell(row.userName()) + ",").toCharArray());
            parts.add(secret(row.password()));
            parts.add((roots ? "," + cell(row.userRoot().orElse("")) + LINE_END : LINE_END).toCharArray());
        }
        CharBuffer text =
                CharBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(part -> {
            text.put(part);
            Arrays.fill(part, '\0');
        });
        var encoded = StandardCharsets.UTF_8.encode(text.flip());
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(text.array(), '\0');
        return bytes;
    }

    private static String headings(boolean roots) {
        return MailboxColumn.EXCHANGE_ONLINE.stream()
                        .filter(column -> roots || column != MailboxColumn.USER_ROOT)
                        .map(MailboxColumn::heading)
                        .collect(Collectors.joining(","))
                + LINE_END;
    }

    private static String cell(String value) {
        return CsvFormat.STANDARD.write(value);
    }

    /** Always in quotes, so that nothing need be asked of its characters. */
    private static char[] secret(Secret secret) {
        char[] value = secret.chars();
        char[] quoted = new char[2 * value.length + 2];
        int at = 0;
        quoted[at++] = '"';
        for (char c : value) {
            if (c == '"') {
                quoted[at++] = '"';
            }
            quoted[at++] = c;
        }
        quoted[at++] = '"';
        char[] exact = Arrays.copyOf(quoted, at);
        Arrays.fill(quoted, '\0');
        Arrays.fill(value, '\0');
        return exact;
    }

    /** Rows with a value that a spreadsheet would run as a formula. @param file the list that the lines are of */
    public List<Problem> warnings(String file) {
        return rows.stream()
                .filter(ExchangeList::looksLikeFormula)
                .map(row -> new Problem(
                        file,
                        row.line(),
                        0,
                        0,
                        Severity.WARNING,
                        ProjectFailure.LIST_FORMULA.with(row.userName()),
                        List.of()))
                .toList();
    }

    private static boolean looksLikeFormula(Row row) {
        char[] password = row.password().chars();
        boolean risky = password.length > 0 && begins(password[0])
                || begins(row.userName().charAt(0))
                || begins(row.emailAddress().value().charAt(0))
                || row.userRoot().filter(root -> begins(root.charAt(0))).isPresent();
        Arrays.fill(password, '\0');
        return risky;
    }

    private static boolean begins(char c) {
        return "=+-@\t\r".indexOf(c) >= 0;
    }

    /** Headings alone, or with sample rows, for a person to fill in. */
    public static byte[] template(boolean samples) {
        String text = headings(true);
        if (samples) {
            text += "terry.adams@contoso.example,terry.adams@old.example,P@ssw0rd," + LINE_END
                    + "ann.beebe@contoso.example,ann.beebe@old.example,\"pass,word; with 'signs*(\"," + LINE_END
                    + "alberta@contoso.example,mailadmin,P@ssw0rd,/users/alberta" + LINE_END;
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
