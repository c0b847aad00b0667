package org.mailwain.demo.server;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a server behaves. Without changes: TLS by an authority of its own, every ability but LITERAL-, delimiter
 * {@code /}, no prefix, 64 MiB a message, 1 GiB an account. A server takes a copy at its start. For one thread.
 */
public final class ServerOptions implements Cloneable {
    private Encryption encryption = Encryption.TLS;
    private Authority authority;
    private List<String> certificateNames = List.of("localhost", "127.0.0.1");
    private boolean expired;
    private EnumSet<Ability> abilities = EnumSet.complementOf(EnumSet.of(Ability.LITERAL_MINUS));
    private char delimiter = '/';
    private String prefix = "";
    private boolean caseless;
    private boolean keywords = true;
    private int maxMessage = 64 << 20;
    private long maxAccount = 1L << 30;
    private boolean merges;
    private UnaryOperator<byte[]> rewrites = UnaryOperator.identity();
    private boolean labels;
    private int port;
    private int maxConnections = Integer.MAX_VALUE;
    private long maxServed = Long.MAX_VALUE;
    private boolean exchange;
    private TokenCheck tokens;
    private boolean passwords = true;

    public ServerOptions encryption(Encryption value) {
        encryption = value;
        return this;
    }

    /** Who signs the server's certificate; by default an authority that the server makes for itself. */
    public ServerOptions authority(Authority value) {
        authority = value;
        return this;
    }

    /** Host names and IPv4 addresses that the certificate is for. */
    public ServerOptions certificateNames(String... values) {
        certificateNames = List.of(values);
        return this;
    }

    /** The certificate ran out yesterday. */
    public ServerOptions expired() {
        expired = true;
        return this;
    }

    public ServerOptions with(Ability... values) {
        Collections.addAll(abilities, values);
        return this;
    }

    public ServerOptions without(Ability... values) {
        List.of(values).forEach(abilities::remove);
        return this;
    }

    /** IMAP4rev1 and nothing else. */
    public ServerOptions bare() {
        abilities.clear();
        return this;
    }

    public ServerOptions delimiter(char value) {
        delimiter = value;
        return this;
    }

    /** The personal namespace's prefix with the delimiter at its end ({@code INBOX.}); names outside are refused. */
    public ServerOptions prefix(String value) {
        prefix = value;
        return this;
    }

    /** Folder names that differ by case alone are one folder. */
    public ServerOptions caseless() {
        caseless = true;
        return this;
    }

    /** New keywords are dropped, and PERMANENTFLAGS says so. */
    public ServerOptions withoutKeywords() {
        keywords = false;
        return this;
    }

    /** Largest message taken, in bytes. */
    public ServerOptions maxMessage(int bytes) {
        maxMessage = bytes;
        return this;
    }

    /** Most bytes that an account holds; more is refused with OVERQUOTA. */
    public ServerOptions maxAccount(long bytes) {
        maxAccount = bytes;
        return this;
    }

    /** An appended message that stands in the folder already is answered with the UID it has, as some servers do. */
    public ServerOptions merges() {
        merges = true;
        return this;
    }

    /** What the server makes of a message that is appended; called from connection threads. */
    public ServerOptions rewrites(UnaryOperator<byte[]> value) {
        rewrites = value;
        return this;
    }

    /** Speaks X-GM-EXT-1 and XLIST as Gmail does; messages then need {@link NewMessage#labelled()}. */
    public ServerOptions labels() {
        labels = true;
        return this;
    }

    /** Where it listens; 0, as it is by itself, for any free port. */
    public ServerOptions port(int value) {
        port = value;
        return this;
    }

    /** Connections that one account may have at once; a further sign-in is refused in Gmail's words. */
    public ServerOptions maxConnections(int value) {
        maxConnections = value;
        return this;
    }

    /** Bytes of messages that one account is given; then the server hangs up in Gmail's words and lets nobody in. */
    public ServerOptions maxServed(long bytes) {
        maxServed = bytes;
        return this;
    }

    public boolean hasLabels() {
        return labels;
    }

    public int port() {
        return port;
    }

    public int maxConnections() {
        return maxConnections;
    }

    public long maxServed() {
        return maxServed;
    }

    /** Greets, forgets and refuses as Exchange does. */
    public ServerOptions exchange() {
        exchange = true;
        return this;
    }

    public boolean isExchange() {
        return exchange;
    }

    /** Users may sign in by XOAUTH2 and OAUTHBEARER with tokens that are good by this check. */
    public ServerOptions tokens(TokenCheck value) {
        tokens = value;
        return this;
    }

    /** Nobody signs in by a password, as the capabilities say. */
    public ServerOptions withoutPasswords() {
        passwords = false;
        return this;
    }

    /** Null where tokens are not taken. */
    public TokenCheck tokens() {
        return tokens;
    }

    public boolean takesPasswords() {
        return passwords;
    }

    public Encryption encryption() {
        return encryption;
    }

    /** Null until a server has started with a copy of these options. */
    public Authority authority() {
        return authority;
    }

    public List<String> certificateNames() {
        return certificateNames;
    }

    public boolean isExpired() {
        return expired;
    }

    public Set<Ability> abilities() {
        return Collections.unmodifiableSet(abilities);
    }

    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    public char delimiter() {
        return delimiter;
    }

    public String prefix() {
        return prefix;
    }

    public boolean isCaseless() {
        return caseless;
    }

    public boolean keepsKeywords() {
        return keywords;
    }

    public int maxMessage() {
        return maxMessage;
    }

    public long maxAccount() {
        return maxAccount;
    }

    public boolean isMerging() {
        return merges;
    }

    public byte[] rewritten(byte[] message) {
        return rewrites.apply(message);
    }

    ServerOptions copy() {
        if (!prefix.isEmpty() && prefix.charAt(prefix.length() - 1) != delimiter) {
            throw new IllegalArgumentException("a prefix ends with the delimiter");
        }
        try {
            ServerOptions copy = (ServerOptions) clone();
            copy.abilities = EnumSet.copyOf(abilities);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
