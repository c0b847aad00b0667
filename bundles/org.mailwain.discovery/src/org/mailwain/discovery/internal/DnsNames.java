package org.mailwain.discovery.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.settings.Host;
import org.mailwain.discovery.DiscoveryFailure;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The DNS by dnsjava, with the name servers of the machine. */
final class DnsNames implements Names {
    private static final int MOST = 10;
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private Resolver resolver;

    /** @param resolver null for the machine's */
    DnsNames(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public List<Service> services(String name) throws FailureException {
        List<SRVRecord> records = new ArrayList<>();
        for (Record record : ask(name, Type.SRV)) {
            if (record instanceof SRVRecord service && service.getPort() > 0 || isNone(record)) {
                records.add((SRVRecord) record);
            }
        }
        return records.stream()
                .sorted(Comparator.comparingInt(SRVRecord::getPriority)
                        .thenComparing(
                                Comparator.comparingInt(SRVRecord::getWeight).reversed()))
                .map(service -> new Service(text(service.getTarget()), service.getPort(), service.getPriority()))
                .filter(service -> service.host().isEmpty() || Host.valid(service.host()))
                .limit(MOST)
                .toList();
    }

    /** A target that is the root says that there is no such service (RFC 2782), whatever the port. */
    private static boolean isNone(Record record) {
        return record instanceof SRVRecord service && service.getTarget().equals(Name.root);
    }

    @Override
    public List<String> exchangers(String domain) throws FailureException {
        return Arrays.stream(ask(domain, Type.MX))
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .sorted(Comparator.comparingInt(MXRecord::getPriority))
                .map(exchanger -> text(exchanger.getTarget()))
                .filter(Host::valid)
                .limit(MOST)
                .toList();
    }

    private static String text(Name name) {
        return name.equals(Name.root) ? "" : name.toString(true);
    }

    private Record[] ask(String name, int type) throws FailureException {
        try {
            Lookup lookup = new Lookup(Name.fromString(name + "."), type, DClass.IN);
            lookup.setResolver(resolver());
            lookup.setCache(new Cache(DClass.IN));
            lookup.setSearchPath((List<Name>) null);
            Record[] records = lookup.run();
            return switch (lookup.getResult()) {
                case Lookup.SUCCESSFUL -> records;
                case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Record[0];
                default -> throw DiscoveryFailure.DNS.raise(name, lookup.getErrorString());
            };
        } catch (TextParseException e) {
            throw new FailureException(DiscoveryFailure.DNS.with(name, e.getMessage()), e);
        }
    }

    /** Made on first use: it reads the machine's settings. */
    private synchronized Resolver resolver() {
        if (resolver == null) {
            ExtendedResolver made = new ExtendedResolver();
            made.setTimeout(LIMIT);
            made.setRetries(2);
            resolver = made;
        }
        return resolver;
    }
}
