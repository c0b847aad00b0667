package org.mailwain.operations;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailwain.api.credentials.CredentialStoreProvider;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.folder.FolderMapper;
import org.mailwain.api.progress.ApiFailureTexts;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.api.signin.TokenProvider;
import org.mailwain.discovery.Discovery;
import org.mailwain.dropins.DropIns;
import org.mailwain.ledger.LedgerDriver;
import org.mailwain.project.Catalog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What operations need of others, gathered. Where two services claim one name, the higher service ranking wins (lists
 * come in rising order of ranking).
 */
@Component(service = Services.class)
public final class Services {
    private final Map<String, SourceProvider> sources;
    private final Map<String, TargetProvider> targets;
    private final Map<String, SignInForm> forms;
    private final List<RepairRule> repairs;
    private final FolderMapper mapper;
    private final Map<String, LedgerDriver> ledgers;
    private final CredentialStoreProvider credentials;
    private final Discovery discovery;
    private final DropIns dropIns;
    private final List<TokenProvider> tokens;
    private final List<FailureTexts> texts;

    @Activate
    public Services(
            @Reference List<SourceProvider> sources,
            @Reference List<TargetProvider> targets,
            @Reference List<SignInForm> forms,
            @Reference List<RepairRule> repairs,
            @Reference FolderMapper mapper,
            @Reference List<LedgerDriver> ledgers,
            @Reference CredentialStoreProvider credentials,
            @Reference Discovery discovery,
            @Reference DropIns dropIns,
            @Reference List<TokenProvider> tokens,
            @Reference List<FailureTexts> texts) {
        this.sources = byName(sources, EndpointProvider::kind);
        this.targets = byName(targets, EndpointProvider::kind);
        this.forms = byName(forms, SignInForm::id);
        this.repairs = List.copyOf(repairs);
        this.mapper = mapper;
        this.ledgers = byName(ledgers, LedgerDriver::id);
        this.credentials = credentials;
        this.discovery = discovery;
        this.dropIns = dropIns;
        this.tokens = List.copyOf(tokens);
        this.texts =
                Stream.concat(texts.stream(), Stream.of(new ApiFailureTexts())).toList();
    }

    /** An installation in which nobody gets tokens. */
    public Services(
            List<SourceProvider> sources,
            List<TargetProvider> targets,
            List<SignInForm> forms,
            List<RepairRule> repairs,
            FolderMapper mapper,
            List<LedgerDriver> ledgers,
            CredentialStoreProvider credentials,
            Discovery discovery,
            DropIns dropIns,
            List<FailureTexts> texts) {
        this(sources, targets, forms, repairs, mapper, ledgers, credentials, discovery, dropIns, List.of(), texts);
    }

    private static <S> Map<String, S> byName(Collection<S> services, Function<S, String> name) {
        Map<String, S> named = new LinkedHashMap<>();
        services.forEach(service -> named.put(name.apply(service), service));
        return Map.copyOf(named);
    }

    public Map<String, SourceProvider> sources() {
        return sources;
    }

    public Map<String, TargetProvider> targets() {
        return targets;
    }

    /** @throws FailureException {@link OperationFailure#NO_PROVIDER} */
    public SourceProvider source(String kind) throws FailureException {
        return named(sources, kind, OperationFailure.NO_PROVIDER);
    }

    /** @throws FailureException {@link OperationFailure#NO_PROVIDER} */
    public TargetProvider target(String kind) throws FailureException {
        return named(targets, kind, OperationFailure.NO_PROVIDER);
    }

    /** @throws FailureException {@link OperationFailure#NO_FORM} */
    public SignInForm form(String id) throws FailureException {
        return named(forms, id, OperationFailure.NO_FORM);
    }

    public Collection<SignInForm> forms() {
        return forms.values();
    }

    private static <S> S named(Map<String, S> services, String name, OperationFailure missing) throws FailureException {
        S service = services.get(name);
        if (service == null) {
            throw missing.raise(
                    name, String.join(", ", services.keySet().stream().sorted().toList()));
        }
        return service;
    }

    public CredentialStoreProvider credentials() {
        return credentials;
    }

    /** Who gets tokens; where nobody does, each request fails with {@link OperationFailure#INCOMPLETE}. */
    TokenProvider tokens() {
        return tokens.isEmpty()
                ? (store, asks) -> (request, user, cancel) -> {
                    throw OperationFailure.INCOMPLETE.raise(TokenProvider.class.getName());
                }
                : tokens.getLast();
    }

    public Discovery discovery() {
        return discovery;
    }

    public DropIns dropIns() {
        return dropIns;
    }

    /** What the files of a project may name in this installation. */
    public Catalog catalog() {
        return new Catalog(
                sources, targets, forms, repairs.stream().map(RepairRule::id).toList());
    }

    public List<RepairRule> repairs() {
        return repairs;
    }

    public FolderMapper mapper() {
        return mapper;
    }

    /** @throws FailureException {@link OperationFailure#INCOMPLETE} where the installation has no such driver */
    public LedgerDriver ledger(String id) throws FailureException {
        LedgerDriver driver = ledgers.get(id);
        if (driver == null) {
            throw OperationFailure.INCOMPLETE.raise(id);
        }
        return driver;
    }

    public List<FailureTexts> texts() {
        return texts;
    }
}
