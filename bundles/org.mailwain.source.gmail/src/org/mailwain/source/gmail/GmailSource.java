package org.mailwain.source.gmail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ServerWords;
import org.osgi.service.component.annotations.Component;

/** Gmail by IMAP, known by X-GM-EXT-1: labels are folders in which one message may stand several times. */
@Component(service = SourceProvider.class)
public final class GmailSource implements SourceProvider {
    /** What "Limit IMAP folders" lets choose. */
    private static final Set<Long> LIMITS = Set.of(1_000L, 2_000L, 5_000L, 10_000L);

    /** By Google's own table, for IMAP. */
    private static final long PER_DAY = 2_500_000_000L;

    private static final int PER_ACCOUNT = 15;

    private final Imap imap = new Imap();

    @Override
    public String kind() {
        return "gmail";
    }

    @Override
    public Class<? extends Record> settings() {
        return GmailSettings.class;
    }

    private static GmailSettings of(Endpoint endpoint) {
        return endpoint.settings(GmailSettings.class);
    }

    @Override
    public String address(Endpoint endpoint) {
        return of(endpoint).imap().address();
    }

    @Override
    public String keeping(Endpoint endpoint) {
        GmailSettings settings = of(endpoint);
        return settings.labels() + " " + settings.priority() + " " + settings.keywords();
    }

    @Override
    public long bytesPerDay(Endpoint endpoint) {
        return PER_DAY;
    }

    @Override
    public int connectionsPerAccount() {
        return PER_ACCOUNT;
    }

    private static ImapProfile profile(Endpoint endpoint) {
        GmailSettings settings = of(endpoint);
        LabelOrder order = new LabelOrder(settings.labels(), settings.priority());
        return ImapProfile.PLAIN
                .items(new GmailItems(order, settings.keywords()))
                .folders(GmailSource::archive)
                .needing("X-GM-EXT-1")
                .remarking(GmailSource::remarks);
    }

    /** What stands in All Mail alone has been archived. */
    private static Folder archive(Folder folder) {
        if (!folder.specialUse().contains(SpecialUse.ALL)) {
            return folder;
        }
        Set<SpecialUse> uses = new HashSet<>(folder.specialUse());
        uses.add(SpecialUse.ARCHIVE);
        return new Folder(folder.path(), uses, folder.selectable(), folder.subscribed(), folder.status());
    }

    private static List<Failure> remarks(ServerWords words, List<Folder> folders) {
        List<Failure> remarks = new ArrayList<>();
        hidden(folders, SpecialUse.ALL, GmailFailure.ALL_MAIL_HIDDEN).ifPresent(remarks::add);
        hidden(folders, SpecialUse.JUNK, GmailFailure.JUNK_HIDDEN).ifPresent(remarks::add);
        hidden(folders, SpecialUse.TRASH, GmailFailure.TRASH_HIDDEN).ifPresent(remarks::add);
        folders.stream()
                .filter(folder -> folder.status() != null
                        && LIMITS.contains(folder.status().count()))
                .findFirst()
                .ifPresent(folder -> remarks.add(
                        GmailFailure.LIMITED.with(folder.path(), folder.status().count())));
        return remarks;
    }

    private static Optional<Failure> hidden(List<Folder> folders, SpecialUse use, GmailFailure failure) {
        boolean shown = folders.stream().anyMatch(folder -> folder.specialUse().contains(use));
        return shown ? Optional.empty() : Optional.of(failure.with());
    }

    @Override
    public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException {
        imap.probe(of(endpoint).imap(), login, context, profile(endpoint), sink);
    }

    @Override
    public MailboxReader open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
        return imap.reader(of(endpoint).imap(), login, context, profile(endpoint));
    }
}
