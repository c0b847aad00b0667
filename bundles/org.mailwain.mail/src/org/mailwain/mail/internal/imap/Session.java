package org.mailwain.mail.internal.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.Namespaces;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.mail.Compression;
import org.mailwain.mail.FolderTree;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.ServerWords;
import org.mailwain.mail.SharedRoot;
import org.mailwain.mail.internal.protocol.Pipeline;
import org.mailwain.mail.internal.protocol.Sent;
import org.mailwain.mail.internal.wire.Dialler;

/** A signed-in connection: what was agreed with the server, the names of folders, and which folder is open. */
public final class Session implements FolderTree {
    /** On a shorter line compression costs more than it saves; connecting takes longer than the line where a machine is busy. */
    private static final long LONG_LINE_NANOS = 15_000_000;

    private static final int MOST_NAMES = 10_000;

    final Pipeline pipeline;
    final ImapSettings settings;
    final SessionContext context;
    final ImapProfile profile;
    final Make make;
    final FolderNames names = new FolderNames();
    private final Dialler dialler;
    private final Map<FolderPath, ImapState> states = new HashMap<>();
    private final Map<FolderPath, UidTable> uids = new HashMap<>();
    private final Map<SpecialUse, Folder> byUse = new EnumMap<>(SpecialUse.class);
    private final Map<String, FolderPath> paths = new HashMap<>();
    private final String greeting;
    private Login login;
    private final Simple enabled = new Simple("ENABLED");
    private final Simple namespace = new Simple("NAMESPACE");
    private final Simple root = new Simple("LIST");
    private Namespaces namespaces;
    private boolean agreed;
    private boolean asksUtf8;
    private final Map<FolderPath, Selection> opened = new HashMap<>();
    private Map<FolderPath, Folder> tree = new HashMap<>();
    private boolean listed;
    private boolean qresync;
    private boolean needsStatus = true;
    private Selection selected;

    Session(
            Pipeline pipeline,
            Dialler dialler,
            ImapSettings settings,
            SessionContext context,
            ImapProfile profile,
            String greeting) {
        this.pipeline = pipeline;
        this.dialler = dialler;
        this.settings = settings;
        this.context = context;
        this.profile = profile;
        this.greeting = greeting;
        this.make = Make.of(greeting);
    }

    /** Sends what every session begins with; the answers are read with those of the first command. */
    void begin(Login who, long roundTrip, boolean writes) throws FailureException {
        login = who;
        if (pipeline.has("ID")) {
            pipeline.send(Simple.none(), words -> words.text("ID (\"name\" \"Mailwain\")"));
        }
        // who accepts UTF-8 has to append in a form of its own (RFC 6855 section 4), which changes nothing for us
        boolean utf8 = pipeline.has("UTF8=ONLY") || pipeline.has("UTF8=ACCEPT") && !writes;
        asksUtf8 = utf8 && pipeline.has("ENABLE");
        String extensions = (takesQresync() ? " QRESYNC" : "") + (utf8 ? " UTF8=ACCEPT" : "");
        if (pipeline.has("ENABLE") && !extensions.isEmpty()) {
            pipeline.send(enabled, words -> words.text("ENABLE" + extensions));
        }
        if (pipeline.has("NAMESPACE")) {
            pipeline.send(namespace, words -> words.text("NAMESPACE"));
        } else {
            pipeline.send(root, words -> words.text("LIST \"\" \"\""));
        }
        if (pipeline.has("COMPRESS=DEFLATE") && compresses(roundTrip)) {
            compress();
        }
        pipeline.flush();
    }

    /** It names what vanished by UIDs, which is of no use where items are named otherwise. */
    private boolean takesQresync() {
        return pipeline.has("QRESYNC") && profile.items().namesUids();
    }

    private boolean compresses(long roundTrip) {
        return settings.compression() == Compression.ON
                || settings.compression() == Compression.AUTO
                        && roundTrip > LONG_LINE_NANOS
                        && !pipeline.wire().isLocal();
    }

    private void compress() throws FailureException {
        Simple answer = Simple.none();
        Sent sent = pipeline.send(answer, words -> words.text("COMPRESS DEFLATE"));
        pipeline.await(sent);
        if (answer.isOk()) {
            pipeline.wire().compress();
        }
    }

    /** Makes sure that what {@link #begin} asked is known. */
    void agree() throws FailureException {
        if (agreed) {
            return;
        }
        pipeline.await();
        for (IMAPResponse response : enabled.responses()) {
            String words = response.getRest().toUpperCase(Locale.ROOT);
            qresync |= words.contains("QRESYNC");
            if (words.contains("UTF8=ACCEPT")) {
                pipeline.acceptUtf8();
            }
        }
        names.encoding(pipeline.takesUtf8());
        for (IMAPResponse response : namespace.responses()) {
            learn(response);
        }
        for (IMAPResponse response : root.responses()) {
            names.namespace("", WireName.rootDelimiter(response, this));
        }
        Optional<String> root = new RootSearch(this, login).find(sharedPrefixes());
        root.ifPresent(names::root);
        agreed = true;
    }

    boolean hasAgreed() {
        return agreed;
    }

    /** Whether the folders can be asked for before the answers of {@link #begin} are there: nothing hangs on them. */
    boolean listsEarly() {
        return !agreed && !asksUtf8 && pipeline.has("NAMESPACE") && profile.root() == SharedRoot.NONE;
    }

    private List<String> sharedPrefixes() {
        List<String> prefixes = new ArrayList<>();
        if (namespaces != null && namespaces.shared != null) {
            for (Namespaces.Namespace shared : namespaces.shared) {
                prefixes.add(shared.prefix);
            }
        }
        return prefixes;
    }

    ServerWords words() {
        return new ServerWords(settings.address(), greeting, pipeline.capabilities());
    }

    private void learn(IMAPResponse response) throws FailureException {
        try {
            namespaces = new Namespaces(response);
            if (namespaces.personal != null && namespaces.personal.length > 0) {
                names.namespace(namespaces.personal[0].prefix, namespaces.personal[0].delimiter);
            }
        } catch (ProtocolException | RuntimeException e) {
            throw malformed("NAMESPACE");
        }
    }

    FailureException malformed(String place) {
        return pipeline.wire().failure(pipeline.wire().broken(MailFailure.MALFORMED, place));
    }

    /** Whether a listed name belongs to the mailbox, and not to the namespaces of others. */
    boolean isOurs(byte[] wireName) {
        if (names.root().isPresent() || namespaces == null) {
            return true;
        }
        String name = new String(wireName, StandardCharsets.ISO_8859_1);
        String own =
                namespaces.personal == null || namespaces.personal.length == 0 ? "" : namespaces.personal[0].prefix;
        if (name.equalsIgnoreCase("INBOX") || !own.isEmpty() && name.regionMatches(true, 0, own, 0, own.length())) {
            return true;
        }
        return !isIn(name, own, namespaces.otherUsers) && !isIn(name, own, namespaces.shared);
    }

    private static boolean isIn(String name, String own, Namespaces.Namespace[] others) {
        for (Namespaces.Namespace other : others == null ? new Namespaces.Namespace[0] : others) {
            // a prefix of others may be empty where the personal one is not (Cyrus), and the same as it (Dovecot)
            if (!other.prefix.equals(own) && name.startsWith(other.prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The name of a folder on the wire; the folders are listed once, since a name may be spelt in several ways.
     *
     * @throws FailureException of the folder's scope where there is no such name: what looks like it is another folder
     */
    byte[] wireName(FolderPath folder) throws FailureException {
        agree();
        if (!names.knows(folder)) {
            tree();
        }
        if (!names.knows(folder)) {
            Optional<String> why = names.impossible(folder);
            if (why.isPresent()) {
                throw MailFailure.FOLDER_NAME.raise(folder, why.get());
            }
        }
        return names.wire(folder);
    }

    void listed(Map<FolderPath, Folder> folders) {
        listed = true;
        tree = folders;
        byUse.clear();
        folders.values().forEach(f -> f.specialUse().forEach(use -> byUse.putIfAbsent(use, f)));
    }

    @Override
    public Optional<Folder> find(FolderPath path) {
        return Optional.ofNullable(tree.get(path));
    }

    @Override
    public Optional<Folder> with(SpecialUse use) {
        return Optional.ofNullable(byUse.get(use));
    }

    @Override
    public FolderPath path(String wireName) {
        FolderPath known = paths.get(wireName);
        if (known == null) {
            known = names.read(wireName);
            if (paths.size() >= MOST_NAMES) {
                paths.clear();
            }
            paths.put(wireName, known);
        }
        return known;
    }

    /** Where items are not named by their UIDs: which UID each has. */
    UidTable uids(FolderPath folder) {
        return uids.computeIfAbsent(folder, f -> new UidTable());
    }

    /** The folders as they were listed last. */
    Map<FolderPath, Folder> tree() throws FailureException {
        agree();
        if (!listed) {
            new Lister(this).list(false);
        }
        return tree;
    }

    /** What is known of a folder that was opened for writing, or null. */
    Selection opened(FolderPath folder) {
        return opened.get(folder);
    }

    void opened(FolderPath folder, Selection selection) {
        opened.put(folder, selection);
    }

    boolean hasModseq() {
        return pipeline.has("CONDSTORE") || pipeline.has("QRESYNC");
    }

    boolean hasQresync() {
        return qresync;
    }

    /** Sends EXAMINE or SELECT; what follows works on that folder if it succeeds. */
    Selection select(FolderPath folder, boolean writing) throws FailureException {
        byte[] name = wireName(folder);
        return select(folder, name, writing, null);
    }

    private Selection select(FolderPath folder, byte[] name, boolean writing, ImapState expected)
            throws FailureException {
        Selection selection = new Selection(this, folder, writing, expected);
        selected = selection;
        String command = writing ? "SELECT " : "EXAMINE ";
        boolean condstore = pipeline.has("CONDSTORE") && !qresync;
        pipeline.send(selection, words -> words.text(command).string(name).text(condstore ? " (CONDSTORE)" : ""));
        return selection;
    }

    /** The open folder if it is this one in this way, else it is opened; fails where it is another of its name. */
    Selection selected(FolderPath folder, boolean writing) throws FailureException {
        Selection now = selected;
        if (now != null && now.isFor(folder, writing) && !now.failed()) {
            return now;
        }
        return select(folder, wireName(folder), writing, seen(folder));
    }

    /** Where the folder stood when this session looked before, or null. */
    ImapState seen(FolderPath folder) {
        return states.get(folder);
    }

    /** The UIDVALIDITY that this session saw before, or -1. */
    long validity(FolderPath folder) {
        ImapState before = states.get(folder);
        return before == null ? -1 : before.validity();
    }

    void seen(FolderPath folder, ImapState state) {
        if (state.validity() > 0) {
            ImapState before = states.put(folder, state);
            if (before != null && before.validity() != state.validity()) {
                uids.remove(folder);
            }
        }
    }

    /** Whether EXAMINE leaves out what STATUS would tell; not known before the first was answered. */
    boolean needsStatus() {
        return needsStatus;
    }

    void needsStatus(boolean needed) {
        needsStatus = needed;
    }

    /** Nobody of this endpoint starts anything before the moment that the server named. */
    Failure obey(Failure failure) {
        failure.earliestRetry().ifPresent(context.limits()::holdUntil);
        return failure;
    }

    /** After a failure no answer may be due that would reach whoever calls next: a folder's are read, else it is over. */
    void settled(Scope scope) throws FailureException {
        if (!pipeline.idle()) {
            if (scope == Scope.FOLDER || scope == Scope.MESSAGE) {
                pipeline.await();
            } else {
                pipeline.wire().close();
            }
        }
    }

    /** From any thread. */
    void close() {
        pipeline.wire().close();
        dialler.close();
    }

    /** By the thread that uses the session. */
    void leave() {
        pipeline.leave();
        dialler.close();
    }
}
