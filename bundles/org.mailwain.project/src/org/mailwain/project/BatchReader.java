package org.mailwain.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.SettingsInput;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.project.mailboxes.ListRules;
import org.mailwain.project.mailboxes.ListSettings;
import org.mailwain.project.mailboxes.MailboxColumn;
import org.mailwain.project.mailboxes.MailboxList;
import org.mailwain.project.settings.SecretNames;
import org.mailwain.project.settings.SettingsContext;
import org.mailwain.project.settings.SettingsReader;
import org.mailwain.project.settings.YamlInput;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlPath;

/** Reads one batch among the other files of its project. What it names is checked even where it has other faults. */
final class BatchReader {
    private static final String MAILBOXES = "mailboxes";
    private static final String COLUMNS = "columns";

    private final ProjectFolder folder;
    private final Catalog catalog;
    private final Map<String, EndpointFile> endpoints;
    private final Map<String, FolderMapFile> folderMaps;
    private final Lists lists;

    BatchReader(
            ProjectFolder folder,
            Catalog catalog,
            Map<String, EndpointFile> endpoints,
            Map<String, FolderMapFile> folderMaps,
            Lists lists) {
        this.folder = folder;
        this.catalog = catalog;
        this.endpoints = endpoints;
        this.folderMaps = folderMaps;
        this.lists = lists;
    }

    BatchFile read(String name, YamlDocument document) {
        SettingsFile file = new SettingsFile(document);
        SettingsContext context = new SettingsContext(folder.path(), SecretNames.UNOPENED);
        Optional<BatchSettings> settings = file.read(BatchSettings.class, file.root(), List.of(MAILBOXES), context);
        Optional<EndpointFile> source = endpoint(file, "source");
        Optional<EndpointFile> target = endpoint(file, "target");
        roles(file, source, target);
        names(file);
        settings.ifPresent(s -> dates(file, s.filter()));
        Optional<ListSettings> listSettings = listSettings(file, context);
        Optional<ListRules> rules = listSettings.map(s -> rules(file, s, source));
        Optional<MailboxList> mailboxes = rules.flatMap(r -> list(file, r));
        Optional<Batch> batch = Optional.empty();
        if (file.isSound() && mailboxes.isPresent() && sound(mailboxes.get().problems())) {
            batch = batch(name, settings.orElseThrow(), source, target, mailboxes.get());
        }
        return new BatchFile(
                name,
                document,
                settings,
                listSettings.map(ListSettings::list),
                rules,
                mailboxes,
                batch,
                file.problems());
    }

    private static boolean sound(List<Problem> problems) {
        return problems.stream().noneMatch(Problem::isError);
    }

    private Optional<EndpointFile> endpoint(SettingsFile file, String key) {
        Optional<YamlNode.Scalar> named = file.scalar(key);
        named.ifPresent(node ->
                file.requireKnown(node, node.value(), List.copyOf(endpoints.keySet()), ProjectFailure.BATCH_ENDPOINT));
        return named.map(node -> endpoints.get(node.value()));
    }

    private void roles(SettingsFile file, Optional<EndpointFile> source, Optional<EndpointFile> target) {
        source.flatMap(EndpointFile::kind)
                .filter(kind ->
                        catalog.kinds().contains(kind) && !catalog.sources().containsKey(kind))
                .ifPresent(kind -> file.add(
                        file.scalar("source").orElseThrow(), ProjectFailure.BATCH_NOT_SOURCE.with(kind), List.of()));
        target.flatMap(EndpointFile::kind)
                .filter(kind ->
                        catalog.kinds().contains(kind) && !catalog.targets().containsKey(kind))
                .ifPresent(kind -> file.add(
                        file.scalar("target").orElseThrow(), ProjectFailure.BATCH_NOT_TARGET.with(kind), List.of()));
    }

    private void names(SettingsFile file) {
        file.scalar("folders")
                .ifPresent(node -> file.requireKnown(
                        node, node.value(), List.copyOf(folderMaps.keySet()), ProjectFailure.BATCH_FOLDERS));
        form(file, "sourceSignIn");
        form(file, "targetSignIn");
        if (file.document().find(YamlPath.of("repairs")).orElse(null) instanceof YamlNode.Sequence repairs) {
            for (YamlNode item : repairs.items()) {
                if (item instanceof YamlNode.Scalar repair && !repair.isNull()) {
                    file.requireKnown(
                            repair, repair.value(), List.copyOf(catalog.repairs()), ProjectFailure.BATCH_REPAIR);
                }
            }
        }
    }

    private void form(SettingsFile file, String key) {
        Optional<YamlNode.Scalar> form = file.scalar(key, "form");
        form.ifPresent(node -> file.requireKnown(
                node, node.value(), catalog.forms().keySet().stream().sorted().toList(), ProjectFailure.BATCH_FORM));
        boolean needed = form.map(YamlNode.Scalar::value)
                .map(catalog.forms()::get)
                .filter(SignInForm::needsAdministrator)
                .isPresent();
        if (needed && file.scalar(key, "administrator").isEmpty()) {
            String name = form.orElseThrow().value();
            file.add(form.orElseThrow(), ProjectFailure.BATCH_ADMINISTRATOR.with(name), List.of());
        }
    }

    private static void dates(SettingsFile file, Filter filter) {
        if (filter.receivedAfter().isPresent()
                && filter.receivedBefore().isPresent()
                && !filter.receivedAfter()
                        .get()
                        .isBefore(filter.receivedBefore().get())) {
            YamlNode place = file.scalar("filter", "receivedBefore").orElseThrow();
            file.add(place, ProjectFailure.BATCH_DATES.with(), List.of());
        }
    }

    private Optional<ListSettings> listSettings(SettingsFile file, SettingsContext context) {
        YamlNode root = file.document().root();
        YamlNode node = file.document().find(YamlPath.of(MAILBOXES)).orElse(null);
        if (node == null) {
            if (file.document().complete()) {
                file.add(new SettingsReader.Missing(root), ProjectFailure.SETTING_MISSING.with(MAILBOXES), List.of());
            }
            return Optional.empty();
        }
        return switch (YamlInput.of(node)) {
            case SettingsInput.Scalar list ->
                file.read(
                        ListSettings.class,
                        new SettingsInput.Group(List.of(new SettingsInput.Entry("list", node, list)), node),
                        List.of(),
                        context);
            case SettingsInput.Group group -> file.read(ListSettings.class, group, List.of(COLUMNS), context);
            case SettingsInput.Sequence list -> {
                file.add(node, ProjectFailure.SETTING_NOT_GROUP.with(MAILBOXES), List.of());
                yield Optional.empty();
            }
        };
    }

    private ListRules rules(SettingsFile file, ListSettings settings, Optional<EndpointFile> source) {
        Optional<SettingsSchema> perRow = source.flatMap(EndpointFile::kind)
                .flatMap(catalog::provider)
                .map(provider -> SettingsSchema.of(provider.settings()));
        boolean administrator = file.scalar("sourceSignIn", "form")
                .map(node -> catalog.forms().get(node.value()))
                .filter(SignInForm::needsAdministrator)
                .isPresent();
        boolean signsIn = source.flatMap(EndpointFile::kind)
                .map(catalog.sources()::get)
                .map(SourceProvider::signsIn)
                .orElse(true);
        boolean tokens = source.flatMap(EndpointFile::endpoint)
                .flatMap(endpoint -> catalog.provider(endpoint.kind()).flatMap(p -> p.tokens(endpoint.settings())))
                .isPresent();
        return new ListRules(settings, columns(file, perRow), perRow, signsIn && !administrator && !tokens);
    }

    private static Map<String, String> columns(SettingsFile file, Optional<SettingsSchema> perRow) {
        YamlNode node = file.document().find(YamlPath.of(MAILBOXES, COLUMNS)).orElse(null);
        if (node == null || node.isEmpty()) {
            return Map.of();
        }
        if (!(node instanceof YamlNode.Mapping mapping)) {
            file.add(node, ProjectFailure.SETTING_NOT_GROUP.with(COLUMNS), List.of());
            return Map.of();
        }
        List<String> known = new ArrayList<>(MailboxColumn.headings());
        perRow.ifPresent(schema -> schema.settings().stream()
                .filter(Setting::perRow)
                .forEach(setting -> known.add(MailboxColumn.headingOf(setting))));
        Map<String, String> columns = new HashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            file.requireKnown(entry.key(), entry.name(), known, ProjectFailure.BATCH_COLUMN);
            if (!(entry.value() instanceof YamlNode.Scalar theirs) || theirs.isNull()) {
                file.add(entry.value(), ProjectFailure.SETTING_NOT_SINGLE.with(entry.name()), List.of());
            } else if (columns.containsValue(theirs.value())) {
                file.add(theirs, ProjectFailure.BATCH_COLUMN_TWICE.with(theirs.value()), List.of());
            } else {
                columns.put(entry.name(), theirs.value());
            }
        }
        return columns;
    }

    private Optional<MailboxList> list(SettingsFile file, ListRules rules) {
        Path path = rules.settings().list();
        try {
            return Optional.of(lists.read(folder.name(path), rules));
        } catch (FailureException unreadable) {
            YamlNode place = file.scalar(MAILBOXES)
                    .or(() -> file.scalar(MAILBOXES, "list"))
                    .orElseThrow();
            file.add(place, unreadable.failure(), List.of());
            return Optional.empty();
        }
    }

    private Optional<Batch> batch(
            String name,
            BatchSettings settings,
            Optional<EndpointFile> source,
            Optional<EndpointFile> target,
            MailboxList mailboxes) {
        Optional<Endpoint> from = source.flatMap(EndpointFile::endpoint);
        Optional<Endpoint> to = target.flatMap(EndpointFile::endpoint);
        Optional<FolderRules> folders = settings.folders()
                .map(folderMaps::get)
                .map(FolderMapFile::rules)
                .orElse(Optional.of(FolderRules.DEFAULT));
        if (from.isEmpty() || to.isEmpty() || folders.isEmpty() || !ProjectNames.isName(name)) {
            return Optional.empty();
        }
        return Optional.of(new Batch(
                name,
                from.get(),
                to.get(),
                settings.sourceSignIn().choice(),
                settings.targetSignIn().choice(),
                folders.get(),
                settings.filter(),
                settings.flags(),
                settings.deletions(),
                settings.limits(),
                settings.repairs(),
                mailboxes.rows()));
    }
}
