package org.mailwain.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.settings.Setting;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.api.settings.SettingsTexts;
import org.mailwain.dropins.DropIn;
import org.mailwain.project.mailboxes.MailboxColumn;

/** What endpoints there can be in this installation: the kinds that providers bring, and what drop-ins came to. */
public final class EndpointsOperation {
    private final Services services;
    private final SettingsReference reference;
    private final Locale locale;

    public EndpointsOperation(Services services, Locale locale) {
        this.services = services;
        this.reference = new SettingsReference(locale);
        this.locale = locale;
    }

    /**
     * One setting of a kind.
     *
     * @param type in words
     * @param column of mailbox lists, where a row may have its own
     */
    public record KindSetting(
            String name,
            String label,
            String help,
            String type,
            Optional<String> fallback,
            boolean required,
            boolean advanced,
            Optional<String> column) {}

    /**
     * A kind of endpoint.
     *
     * @param dropIn the file that brings it; empty where it is the product's own
     */
    public record Kind(
            String kind, boolean source, boolean target, Optional<String> dropIn, List<KindSetting> settings) {}

    /** In the order of the alphabet. */
    public List<Kind> kinds() {
        List<DropIn> dropIns = dropIns();
        TreeSet<String> names = new TreeSet<>(services.sources().keySet());
        names.addAll(services.targets().keySet());
        return names.stream().map(name -> kind(name, dropIns)).toList();
    }

    /** @throws FailureException {@link OperationFailure#NO_PROVIDER} */
    public Kind kind(String name) throws FailureException {
        for (Kind kind : kinds()) {
            if (kind.kind().equals(name)) {
                return kind;
            }
        }
        throw OperationFailure.NO_PROVIDER.raise(
                name, String.join(", ", kinds().stream().map(Kind::kind).toList()));
    }

    /** Files that people put beside the product, those of no use with the reason. */
    public List<DropIn> dropIns() {
        return services.dropIns().look();
    }

    private EndpointProvider provider(String kind) {
        EndpointProvider source = services.sources().get(kind);
        return source == null ? services.targets().get(kind) : source;
    }

    private Kind kind(String name, List<DropIn> dropIns) {
        Class<? extends Record> type = provider(name).settings();
        SettingsTexts texts = SettingsTexts.of(type, locale);
        return new Kind(
                name,
                services.sources().containsKey(name),
                services.targets().containsKey(name),
                dropIns.stream()
                        .filter(dropIn -> dropIn.kinds().contains(name))
                        .map(DropIn::file)
                        .findFirst(),
                SettingsSchema.of(type).settings().stream()
                        .map(setting -> setting(setting, texts))
                        .toList());
    }

    private KindSetting setting(Setting setting, SettingsTexts texts) {
        return new KindSetting(
                setting.name(),
                texts.label(setting),
                texts.help(setting),
                reference.kind(setting.kind()).replace("`", ""),
                setting.fallback(),
                setting.required(),
                setting.advanced(),
                setting.perRow() ? Optional.of(MailboxColumn.headingOf(setting)) : Optional.empty());
    }

    /** The reference page of one kind. */
    public List<String> page(Kind kind) {
        List<String> lines = new ArrayList<>();
        String role = kind.source() && kind.target() ? "both" : kind.source() ? "source" : "target";
        lines.add("## " + kind.kind() + ": " + reference.word("role." + role));
        kind.dropIn().ifPresent(file -> lines.add(reference.word("from", file)));
        lines.add("");
        lines.addAll(reference.lines(SettingsSchema.of(provider(kind.kind()).settings())));
        return lines;
    }

    /** The reference page of all kinds, and of what every endpoint has besides. */
    public List<String> page() {
        List<String> lines = new ArrayList<>(List.of("# " + reference.word("title"), reference.word("intro"), ""));
        for (Kind kind : kinds()) {
            lines.addAll(page(kind));
            lines.add("");
        }
        lines.add("## " + reference.word("common"));
        lines.add("");
        lines.addAll(reference.lines(SettingsSchema.of(Common.class)));
        return lines;
    }

    /** Beside the settings of the kind. */
    private record Common(EndpointLimits limits) {}
}
