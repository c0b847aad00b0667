package org.mailwain.presenters.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.project.mailboxes.MailboxColumn;

class ListImportTest {
    private static final String GERMAN = """
            Abteilung;E-Mail;Benutzername;Kennwort
            Küche;jürgen@example.org;juergen;"geheim;""x"
            Lager;ute@example.org;ute;
            """;

    @Test
    void whatAGermanExcelWritesIsUnderstood() {
        ListImport list = new ListImport(GERMAN.getBytes(Charset.forName("windows-1252")));
        assertThat(list.charset()).isEqualTo("windows-1252");
        assertThat(list.delimiter()).isEqualTo(';');
        assertThat(list.rows()).isEqualTo(2);
        assertThat(list.column(MailboxColumn.EMAIL_ADDRESS)).isEqualTo(1);
        assertThat(list.column(MailboxColumn.USER_NAME)).isEqualTo(2);
        assertThat(list.column(MailboxColumn.PASSWORD)).isEqualTo(3);
        assertThat(list.isComplete()).isTrue();
        assertThat(new String(list.list(), StandardCharsets.UTF_8)).isEqualTo("""
                EmailAddress,UserName,Password
                jürgen@example.org,juergen,"geheim;""x"
                ute@example.org,ute,
                """.replace("\n", "\r\n"));
    }

    @Test
    void passwordsAreNotShown() {
        ListImport list = new ListImport(GERMAN.getBytes(StandardCharsets.UTF_8));
        assertThat(list.preview(1))
                .containsExactly(List.of("Küche", "jürgen@example.org", "juergen", "\u2022".repeat(4)));
    }

    @Test
    void aPersonKnowsBetter() {
        ListImport list = new ListImport("a|bb\nkim@example.org|kim\n".getBytes(StandardCharsets.UTF_8));
        assertThat(list.isComplete()).isFalse();
        list.headed(false);
        assertThat(list.headings()).containsExactly("1", "2");
        list.headed(true);
        list.column(MailboxColumn.EMAIL_ADDRESS, 0);
        list.column(MailboxColumn.USER_NAME, 1);
        assertThat(list.isComplete()).isTrue();
        list.delimiter(',');
        assertThat(list.headings()).containsExactly("a|bb");
        assertThat(list.charset("UTF-16LE")).isFalse();
        assertThat(list.charset()).isEqualTo("UTF-8");
    }
}
