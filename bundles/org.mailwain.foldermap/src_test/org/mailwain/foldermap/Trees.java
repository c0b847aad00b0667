package org.mailwain.foldermap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.folder.FolderRules.SpecialUseMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.NameRules;

/** Folder trees in a line, and questions to a mapper. */
final class Trees {
    static final PlainFolderMapper MAPPER = PlainFolderMapper.builtIn();
    static final NameRules ANY = NameRules.delimitedBy("/");
    static final NameRules EXCHANGE = new NameRules("/", 20, 3, true, true, Set.of("files"), Set.of("~"));

    private Trees() {}

    /** Paths as people write them; a use follows after a bar: {@code Gesendet|sent}. */
    static List<Folder> tree(String... folders) {
        List<Folder> tree = new ArrayList<>();
        for (String text : folders) {
            int bar = text.indexOf('|');
            Set<SpecialUse> uses = bar < 0
                    ? Set.of()
                    : Set.of(SpecialUse.valueOf(text.substring(bar + 1).toUpperCase(Locale.ROOT)));
            FolderPath path = FolderPath.parse(bar < 0 ? text : text.substring(0, bar));
            tree.add(new Folder(path, uses, true, true, null));
        }
        return tree;
    }

    static List<Folder> treeOf(List<List<String>> paths) {
        return paths.stream()
                .map(path -> new Folder(new FolderPath(path), Set.of(), true, false, null))
                .toList();
    }

    static FolderRules rules(String... fromTo) {
        List<FolderRule> rules = new ArrayList<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            rules.add(new FolderRule(fromTo[i], Optional.ofNullable(fromTo[i + 1])));
        }
        return new FolderRules(SpecialUseMapping.NAMES, Optional.empty(), rules, true, true);
    }

    static Map<String, FolderMapping> map(
            List<Folder> source, List<Folder> target, FolderRules rules, NameRules names) {
        Map<String, FolderMapping> mappings = new LinkedHashMap<>();
        MAPPER.map(source, target, rules, names)
                .forEach(m -> mappings.put(m.source().path().toString(), m));
        return mappings;
    }

    /** {@code source -> target} for each, with {@code -} for nowhere. */
    static List<String> lines(List<Folder> source, List<Folder> target, FolderRules rules, NameRules names) {
        return MAPPER.map(source, target, rules, names).stream()
                .map(m -> m.source().path() + " -> "
                        + m.target().map(FolderPath::toString).orElse("-"))
                .toList();
    }

    static List<String> codes(FolderMapping mapping) {
        return mapping.notes().stream().map(Failure::code).toList();
    }
}
