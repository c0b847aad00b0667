package org.mailwain.discovery.internal;

import java.time.Duration;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;
import org.mailwain.discovery.Discovered;
import org.mailwain.discovery.Discovery;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The discovery as a service, with the presets that all bundles contribute, read when first asked. Thread-safe. */
@Component
public final class DiscoveryComponent implements Discovery {
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private final BundleContext context;
    private Discovery discovery;

    @Activate
    public DiscoveryComponent(BundleContext context) {
        this.context = context;
    }

    @Override
    public Discovered discover(MailboxAddress address, Wish wish, Cancel cancel) throws FailureException {
        return discovery().discover(address, wish, cancel);
    }

    private synchronized Discovery discovery() {
        if (discovery == null) {
            Library library = new Library(ContributedContent.files(context.getBundles(), "autoconfig"));
            discovery = new PlainDiscovery(new Search.Parts(
                    library, new HttpsWeb(null, LIMIT), new DnsNames(null), new TlsDoor(null, LIMIT), Places.USUAL));
        }
        return discovery;
    }
}
