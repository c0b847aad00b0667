package org.mailwain.api.mail;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * The flags and keywords of one item. Keywords differ only by more than case (RFC 9051 section 2.3.2), and keep the
 * spelling in which they came.
 */
public final class Flags {
    private static final SortedSet<String> EMPTY = Collections.emptySortedSet();

    public static final Flags NONE = new Flags(EnumSet.noneOf(SystemFlag.class), Set.of());

    private final EnumSet<SystemFlag> system;
    private final SortedSet<String> keywords;

    private Flags(EnumSet<SystemFlag> system, Collection<String> keywords) {
        this.system = system;
        this.keywords = keywords.isEmpty() ? EMPTY : new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (!keywords.isEmpty()) {
            this.keywords.addAll(keywords);
        }
    }

    public static Flags of(Collection<SystemFlag> system, Collection<String> keywords) {
        EnumSet<SystemFlag> copy = EnumSet.noneOf(SystemFlag.class);
        copy.addAll(system);
        return copy.isEmpty() && keywords.isEmpty() ? NONE : new Flags(copy, keywords);
    }

    public static Flags of(SystemFlag... system) {
        return of(Set.of(system), Set.of());
    }

    /** From atoms as on the wire; {@code \Recent} and unknown system flags are dropped. */
    public static Flags parse(Collection<String> atoms) {
        EnumSet<SystemFlag> system = EnumSet.noneOf(SystemFlag.class);
        SortedSet<String> keywords = EMPTY;
        for (String atom : atoms) {
            if (atom.startsWith("\\")) {
                SystemFlag.of(atom).ifPresent(system::add);
            } else if (!atom.isEmpty()) {
                if (keywords.isEmpty()) {
                    keywords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                }
                keywords.add(atom);
            }
        }
        return system.isEmpty() && keywords.isEmpty() ? NONE : new Flags(system, keywords);
    }

    public boolean has(SystemFlag flag) {
        return system.contains(flag);
    }

    public Set<SystemFlag> system() {
        return EnumSet.copyOf(system);
    }

    public SortedSet<String> keywords() {
        return Collections.unmodifiableSortedSet(keywords);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flags flags && system.equals(flags.system) && keywords.equals(flags.keywords);
    }

    @Override
    public int hashCode() {
        return system.hashCode() * 31 + keywords.size();
    }

    /** Atoms as on the wire, system flags first, joined by a blank. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        system.forEach(flag -> text.add(flag.atom()));
        keywords.forEach(text::add);
        return text.toString();
    }
}
