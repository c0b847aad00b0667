package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureTexts.Text;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.api.settings.SettingsTexts;
import org.mailwain.mail.plain.PlainFailure;
import org.mailwain.mail.plain.PlainFailureTexts;

class TextsTest {
    @Test
    void eachCodeHasItsSentenceAndAdviceAndNoTextIsLeftOver() {
        MailFailureTexts texts = new MailFailureTexts();
        List<String> keys = new ArrayList<>();
        for (MailFailure code : MailFailure.values()) {
            Text text =
                    texts.text(code.with("A", "B", "C", "D", "E"), Locale.ROOT).orElseThrow();
            assertThat(text.sentence())
                    .as(code.code())
                    .isNotBlank()
                    .doesNotContain("{")
                    .doesNotContain("''");
            assertThat(text.advice()).as(code.code()).endsWith(".").doesNotContain("''");
            keys.add(code.code());
            keys.add(code.code() + ".todo");
        }
        assertThat(ResourceBundle.getBundle("org.mailwain.mail.messages", Locale.ROOT)
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void mailboxesOfFilesHaveTheirSentencesToo() {
        List<String> keys = new ArrayList<>();
        for (PlainFailure code : PlainFailure.values()) {
            Text text = new PlainFailureTexts()
                    .text(code.with("A", "B"), Locale.ROOT)
                    .orElseThrow();
            assertThat(text.sentence()).isNotBlank().doesNotContain("{");
            assertThat(text.advice()).isNotBlank();
            keys.add(code.code());
            keys.add(code.code() + ".todo");
        }
        assertThat(ResourceBundle.getBundle("org.mailwain.mail.plain.messages", Locale.ROOT)
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void theReadersLanguageCountsAndNotTheMachines() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(lost(Locale.ENGLISH)).isEqualTo("The connection to A was lost.");
            assertThat(lost(Locale.FRENCH)).isEqualTo("The connection to A was lost.");
            assertThat(label(Locale.ENGLISH)).isEqualTo("Security");
            Locale.setDefault(Locale.ENGLISH);
            assertThat(lost(Locale.GERMANY)).isEqualTo("Die Verbindung zu A ging verloren.");
            assertThat(label(Locale.GERMANY)).isEqualTo("Verschlüsselung");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String lost(Locale locale) {
        return new MailFailureTexts()
                .text(MailFailure.CONNECTION_LOST.with("A"), locale)
                .orElseThrow()
                .sentence();
    }

    private static String label(Locale locale) {
        Setting security = SettingsSchema.of(ImapSettings.class).settings().stream()
                .filter(setting -> setting.name().equals("security"))
                .findFirst()
                .orElseThrow();
        return SettingsTexts.of(ImapSettings.class, locale).label(security);
    }

    @Test
    void codesAreUnique() {
        assertThat(Arrays.stream(MailFailure.values()).map(MailFailure::code)).doesNotHaveDuplicates();
    }

    @Test
    void eachSettingHasALabelAndHelp() {
        ResourceBundle labels = ResourceBundle.getBundle("org.mailwain.mail.ImapSettings", Locale.ROOT);
        for (Setting setting : SettingsSchema.of(ImapSettings.class).settings()) {
            assertThat(labels.getString(setting.name())).isNotBlank();
            assertThat(labels.getString(setting.name() + ".help")).isNotBlank();
        }
    }
}
