package org.mailwain.tck.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.tck.Mail;
import org.mailwain.tck.wire.ImapClient.Response;

/**
 * Somebody else's hands on an IMAP mailbox: a client of its own, apart from whatever is under test. In clear text, so
 * for servers of a test alone. For one thread.
 */
public final class ImapHand implements AutoCloseable {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d-MMM-yyyy HH:mm:ss Z", Locale.ROOT);
    private static final Pattern UID = Pattern.compile("\\bUID (\\d+)");
    private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");
    private static final Pattern RECEIVED = Pattern.compile("INTERNALDATE \" ?([^\"]*)\"");
    private static final Pattern BODY = Pattern.compile("BODY\\[] \0(\\d+)\0");
    private static final Pattern LISTED = Pattern.compile("\\* LIST \\(([^)]*)\\) (?:\"(.+?)\"|NIL) (.*)");
    private static final Pattern NAMESPACE = Pattern.compile("\\* NAMESPACE \\(\\(\"([^\"]*)\"");

    /** A message and its UID. */
    private record Seen(String uid, Mail mail) {}

    private final ImapClient client;
    private final String delimiter;
    private final String prefix;

    /** Signs in. */
    public ImapHand(String host, int port, String user, String password) throws IOException {
        client = new ImapClient(host, port);
        client.must("LOGIN " + ImapClient.quoted(user) + " " + ImapClient.quoted(password));
        String root = client.must("LIST \"\" \"\"").getFirst().text();
        Matcher listed = LISTED.matcher(root);
        delimiter = listed.find() && listed.group(2) != null ? listed.group(2).replace("\\\\", "\\") : "/";
        Matcher namespace = NAMESPACE.matcher(
                client.run("NAMESPACE").responses().stream().map(Response::text).collect(Collectors.joining()));
        prefix = namespace.find() ? namespace.group(1) : "";
    }

    /** Removes every folder, and everything in the inbox. */
    public void wipe() throws IOException {
        List<String> names = new ArrayList<>();
        for (Response response : client.must("LIST \"\" \"*\"")) {
            Matcher listed = LISTED.matcher(response.text());
            if (listed.find()) {
                names.add(name(listed.group(3), response));
            }
        }
        // the deepest first, since some servers keep parents
        names.sort((a, b) -> b.length() - a.length());
        for (String name : names) {
            if (!name.equalsIgnoreCase("\"INBOX\"")) {
                delete(name);
                client.run("UNSUBSCRIBE " + name);
            }
        }
        client.must("SELECT INBOX");
        client.run("UID STORE 1:* +FLAGS.SILENT (\\Deleted)");
        client.must("EXPUNGE");
        client.must("CLOSE");
    }

    /** Courier deletes by moving to a name made of the second, and fails where that is taken. */
    private void delete(String name) throws IOException {
        ImapClient.Answer answer = client.run("DELETE " + name);
        for (int i = 0; i < 3 && answer.end().contains("already exists"); i++) {
            LockSupport.parkNanos(Duration.ofMillis(1_050).toNanos());
            answer = client.run("DELETE " + name);
        }
    }

    private static String name(String text, Response response) {
        if (text.startsWith("\0")) {
            byte[] literal = response.literals().getFirst();
            String plain = new String(literal, StandardCharsets.ISO_8859_1);
            return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return text.startsWith("\"") ? text : "\"" + text + "\"";
    }

    /** @return false where the server refuses the name, or holds no such name */
    public boolean create(FolderPath folder) throws IOException {
        if (folder.names().stream().anyMatch(name -> name.contains(delimiter))) {
            return false;
        }
        ImapClient.Answer answer = client.run("CREATE " + wire(folder));
        boolean there = answer.isOk() || !list(folder).isEmpty();
        if (there) {
            client.run("SUBSCRIBE " + wire(folder));
        }
        return there;
    }

    private List<Response> list(FolderPath folder) throws IOException {
        return client.run("LIST \"\" " + wire(folder)).responses().stream()
                .filter(response -> response.text().startsWith("* LIST"))
                .toList();
    }

    public void deliver(FolderPath folder, Mail mail) throws IOException {
        String head = "APPEND " + wire(folder) + " (" + mail.flags() + ") \"" + DATE.format(mail.received()) + "\" ";
        client.must(head, mail.bytes());
    }

    /** What stands in a folder, by UID; nothing where there is no such folder. */
    public List<Mail> standing(FolderPath folder) throws IOException {
        return seen(folder).stream().map(Seen::mail).toList();
    }

    private List<Seen> seen(FolderPath folder) throws IOException {
        if (!client.run("EXAMINE " + wire(folder)).isOk()) {
            return List.of();
        }
        List<Seen> all = new ArrayList<>();
        for (Response response : client.must("UID FETCH 1:* (UID FLAGS INTERNALDATE BODY.PEEK[])")) {
            Matcher body = BODY.matcher(response.text());
            if (body.find()) {
                byte[] bytes = response.literals().get(Integer.parseInt(body.group(1)));
                Flags flags = Flags.parse(Arrays.asList(first(FLAGS, response).split(" ")));
                Instant received =
                        OffsetDateTime.parse(first(RECEIVED, response), SHOWN).toInstant();
                all.add(new Seen(first(UID, response), new Mail(Mail.idOf(bytes), bytes, flags, received)));
            }
        }
        client.must("CLOSE");
        return all;
    }

    private static String first(Pattern pattern, Response response) throws IOException {
        Matcher matcher = pattern.matcher(response.text());
        if (!matcher.find()) {
            throw new IOException("no " + pattern);
        }
        return matcher.group(1);
    }

    /** Sets the flags of the first message of this Message-ID. */
    public void setFlags(FolderPath folder, String messageId, Flags flags) throws IOException {
        String uid = uid(folder, messageId);
        client.must("SELECT " + wire(folder));
        client.must("UID STORE " + uid + " FLAGS (" + flags + ")");
        leave();
    }

    /** Removes the first message of this Message-ID, and no other. */
    public void expunge(FolderPath folder, String messageId) throws IOException {
        String uid = uid(folder, messageId);
        client.must("SELECT " + wire(folder));
        client.must("UID STORE " + uid + " +FLAGS.SILENT (\\Deleted)");
        client.must("UID EXPUNGE " + uid);
        leave();
    }

    /** CLOSE alone would remove what is marked as deleted; after EXAMINE it removes nothing. */
    private void leave() throws IOException {
        client.must("EXAMINE INBOX");
        client.must("CLOSE");
    }

    private String uid(FolderPath folder, String messageId) throws IOException {
        return seen(folder).stream()
                .filter(seen -> seen.mail().id().equals(messageId))
                .map(Seen::uid)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + messageId));
    }

    /** Removes a folder and makes it again, with the same messages. */
    public void renew(FolderPath folder) throws IOException {
        List<Mail> all = standing(folder);
        delete(wire(folder));
        client.must("CREATE " + wire(folder));
        for (Mail mail : all) {
            deliver(folder, mail);
        }
    }

    /** Removes a folder with what it holds. */
    public void delete(FolderPath folder) throws IOException {
        delete(wire(folder));
    }

    public void rename(FolderPath from, FolderPath to) throws IOException {
        client.must("RENAME " + wire(from) + " " + wire(to));
    }

    /** Gives the user these rights on a folder, and no others (RFC 4314). */
    public void rights(FolderPath folder, String user, String rights) throws IOException {
        client.must("SETACL " + wire(folder) + " " + ImapClient.quoted(user) + " " + rights);
    }

    /** Moves the first message of this Message-ID into another folder (RFC 6851). */
    public void move(FolderPath from, String messageId, FolderPath to) throws IOException {
        String uid = uid(from, messageId);
        client.must("SELECT " + wire(from));
        client.must("UID MOVE " + uid + " " + wire(to));
        leave();
    }

    /** All that can be seen of the mailbox from outside: folders, their counters, and the flags of all messages. */
    public String snapshot() throws IOException {
        StringBuilder all = new StringBuilder();
        List<Response> folders = new ArrayList<>(client.must("LIST \"\" \"*\""));
        folders.sort((a, b) -> a.text().compareTo(b.text()));
        for (Response response : folders) {
            Matcher listed = LISTED.matcher(response.text());
            if (!listed.find() || listed.group(1).contains("\\No")) {
                continue;
            }
            String name = name(listed.group(3), response);
            ImapClient.Answer status = status(name, " HIGHESTMODSEQ");
            (status.isOk() ? status : status(name, ""))
                    .responses()
                    .forEach(r -> all.append(r.text()).append('\n'));
            if (client.run("EXAMINE " + name).isOk()) {
                client.must("UID FETCH 1:* (UID FLAGS)").stream()
                        .map(Response::text)
                        .filter(text -> text.contains("FETCH"))
                        .forEach(text -> all.append(text.replace("\\Recent", "").replace(" )", ")"))
                                .append('\n'));
                client.must("CLOSE");
            }
        }
        return all.toString();
    }

    private ImapClient.Answer status(String name, String more) throws IOException {
        return client.run("STATUS " + name + " (MESSAGES UIDNEXT UIDVALIDITY UNSEEN" + more + ")");
    }

    private String wire(FolderPath folder) {
        String name = String.join(delimiter, folder.names());
        return ImapClient.quoted(folder.isInbox() ? name : prefix + name);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
