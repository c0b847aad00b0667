package org.mailwain.foldermap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The table of names in the documentation is what the product knows. With MW_WRITE=1 in the environment it is written:
 * {@code MW_WRITE=1 releng/dev/quick foldermap NameTable}.
 */
class NameTableTest {
    private static final Map<String, String> PROGRAMS = Map.ofEntries(
            Map.entry("common", "Thunderbird, Roundcube, Zimbra, SOGo, Evolution, K-9, Android"),
            Map.entry("outlook", "Outlook, Exchange, Windows Mail, Kerio, SmarterMail"),
            Map.entry("apple", "Apple Mail, iPhone, iCloud"),
            Map.entry("thunderbird", "Thunderbird besides"),
            Map.entry("unix", "Horde, KMail, Pine, Alpine, Mutt"),
            Map.entry("spamfilters", "spam filters"),
            Map.entry("yahoo", "Yahoo"),
            Map.entry("gmail", "Gmail"),
            Map.entry("phones", "Samsung, Nokia, Windows Phone"),
            Map.entry("others", "others"));

    private static final List<String> USES =
            List.of("inbox", "sent", "drafts", "junk", "trash", "archive", "outbox", "templates");

    @Test
    void isInTheDocumentation() throws IOException {
        Path page = top().resolve("releng/docs/folder-names.md");
        String table = page();
        if ("1".equals(System.getenv("MW_WRITE"))) {
            Files.writeString(page, table);
        }
        assertThat(page).content().isEqualTo(table);
    }

    private static Path top() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("releng/docs"))) {
            at = at.getParent();
        }
        return at;
    }

    private static String page() throws IOException {
        Map<String, Map<String, List<String>>> languages = names("languages.yaml");
        StringBuilder page = new StringBuilder("# Names of folders\n");
        page.append(
                        "Where a server does not say what a folder is for (RFC 6154, XLIST), its name does: compared without case,\n")
                .append(
                        "width, superfluous blanks and Unicode form, at the top or below the inbox of a server that has nothing\n")
                .append("beside it. A bundle with the header `Mailwain-Content: content/` adds files like ours as\n")
                .append(
                        "`content/folders/*.yaml`; of two that say different things of a name, the one of the higher ranking\n")
                .append(
                        "(`Mailwain-Content: content/;ranking=10`) decides. Names of Gmail's All Mail, Starred and Important are in\n")
                .append("the files too. This page is made from them; a test sees to it that it is up to date.\n\n");
        page.append("## Mail programs and servers\n\n");
        rows(page, names("clients.yaml"), PROGRAMS::get);
        page.append("\n## ").append(languages.size()).append(" languages\n\n");
        rows(page, languages, tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH));
        return page.toString();
    }

    private interface Label {
        String of(String who);
    }

    private static void rows(StringBuilder page, Map<String, Map<String, List<String>>> names, Label label) {
        page.append("| |");
        USES.forEach(use -> page.append(' ').append(use).append(" |"));
        page.append("\n|---|").append("---|".repeat(USES.size())).append('\n');
        names.forEach((who, uses) -> {
            page.append("| ").append(label.of(who)).append(" |");
            for (String use : USES) {
                List<String> all = uses.getOrDefault(use, List.of()).stream()
                        .filter(name -> !name.startsWith("["))
                        .toList();
                page.append(' ').append(String.join(", ", all)).append(" |");
            }
            page.append('\n');
        });
    }

    private static Map<String, Map<String, List<String>>> names(String file) throws IOException {
        try (InputStream in = PlainFolderMapper.class.getResourceAsStream("/content/folders/" + file)) {
            Map<String, Map<String, Map<String, List<String>>>> all = new Yaml().load(in);
            return all.get("names");
        }
    }
}
