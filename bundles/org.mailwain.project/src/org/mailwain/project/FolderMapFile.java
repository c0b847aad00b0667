package org.mailwain.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Required;
import org.mailwain.project.settings.SecretNames;
import org.mailwain.project.settings.SettingsContext;
import org.mailwain.project.settings.SettingsReader;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;

/**
 * A {@code NAME.foldermap.yaml}.
 *
 * @param rules empty where a problem keeps them from being used
 */
public record FolderMapFile(String name, YamlDocument document, Optional<FolderRules> rules, List<Problem> problems) {
    public static final String SUFFIX = ".foldermap.yaml";

    /** One rule as written: where to, or that the folder is left out; forgetting both is an error. */
    public record Rule(@Required String from, Optional<String> to, boolean leaveOut) {}

    /** The file as written. */
    public record Settings(
            @Default("names") FolderRules.SpecialUseMapping specialUse,
            Optional<String> root,
            @Default("true") boolean subscriptions,
            @Default("true") boolean repair,
            List<Rule> rules) {}

    static FolderMapFile read(String name, YamlDocument document, Path folder) {
        SettingsFile file = new SettingsFile(document);
        SettingsContext context = new SettingsContext(folder, SecretNames.UNOPENED);
        Optional<Settings> settings = file.read(Settings.class, file.root(), List.of(), context);
        settings.ifPresent(s -> check(file, s));
        return new FolderMapFile(
                name, document, settings.filter(s -> file.isSound()).map(FolderMapFile::rules), file.problems());
    }

    private static FolderRules rules(Settings settings) {
        return new FolderRules(
                settings.specialUse(),
                settings.root().map(FolderPath::parse),
                settings.rules().stream()
                        .map(rule -> new FolderRule(rule.from(), rule.to()))
                        .toList(),
                settings.subscriptions(),
                settings.repair());
    }

    private static void check(SettingsFile file, Settings settings) {
        settings.root()
                .filter(FolderMapFile::hasEmptyName)
                .ifPresent(root -> file.add(
                        place(file, YamlPath.of("root")), ProjectFailure.RULE_EMPTY_NAME.with(root), List.of()));
        for (int i = 0; i < settings.rules().size(); i++) {
            check(file, settings.rules().get(i), YamlPath.of("rules").index(i));
        }
    }

    private static void check(SettingsFile file, Rule rule, YamlPath path) {
        Object whole = place(file, path);
        if (rule.to().isEmpty() && !rule.leaveOut()) {
            file.add(new SettingsReader.Missing(whole), ProjectFailure.RULE_NO_TARGET.with(rule.from()), List.of());
        }
        if (rule.to().isPresent() && rule.leaveOut()) {
            file.add(place(file, path.key("leaveOut")), ProjectFailure.RULE_BOTH.with(rule.from()), List.of());
        }
        if (hasEmptyName(rule.from())) {
            file.add(place(file, path.key("from")), ProjectFailure.RULE_EMPTY_NAME.with(rule.from()), List.of());
        }
        rule.to().ifPresent(to -> {
            if (hasEmptyName(to)) {
                file.add(place(file, path.key("to")), ProjectFailure.RULE_EMPTY_NAME.with(to), List.of());
            } else if (!wildcards(rule.from()).containsAll(wildcards(to))
                    || wildcards(to).size() > wildcards(rule.from()).size()) {
                file.add(place(file, path.key("to")), ProjectFailure.RULE_WILDCARDS.with(to, rule.from()), List.of());
            }
        });
    }

    private static boolean hasEmptyName(String path) {
        return FolderPath.parse(path).names().stream().anyMatch(String::isBlank);
    }

    private static List<String> wildcards(String path) {
        List<String> found = new ArrayList<>();
        for (int i = path.indexOf('*');
                i >= 0;
                i = path.indexOf('*', i + found.getLast().length())) {
            found.add(path.startsWith("**", i) ? "**" : "*");
        }
        return found;
    }

    private static Object place(SettingsFile file, YamlPath path) {
        return file.document()
                .find(path)
                .map(YamlNode.class::cast)
                .orElse(file.document().root());
    }
}
