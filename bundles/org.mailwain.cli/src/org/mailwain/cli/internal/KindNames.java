package org.mailwain.cli.internal;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;

/** Kinds of endpoints that the shell offers: those of this installation, so the command line has to be told. */
final class KindNames implements Iterable<String> {
    private final List<String> kinds;

    private KindNames(Collection<String> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public Iterator<String> iterator() {
        return kinds.iterator();
    }

    /** Makes these in place of ones that know nothing, and everything else as ever. */
    static CommandLine.IFactory factory(Collection<String> kinds) {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == KindNames.class
                        ? type.cast(new KindNames(kinds))
                        : CommandLine.defaultFactory().create(type);
            }
        };
    }
}
