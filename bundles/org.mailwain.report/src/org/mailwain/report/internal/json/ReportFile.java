package org.mailwain.report.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mailwain.api.failure.FailureException;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Report;
import org.mailwain.report.ReportFailure;
import org.mailwain.report.ReportedItem;
import org.mailwain.report.internal.file.Manifests;

/** Reads the JSON files of a report object by object. */
public final class ReportFile {
    private final Path file;
    private final String name;

    /** @param name of the file for people */
    public ReportFile(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** What stands before the mailboxes. */
    public Report head() throws FailureException {
        return reading(0, json -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            enter(json, fields, "mailboxes");
            check(Node.of(fields), ReportJson.FORMAT, Report.VERSION);
            return ReportParse.report(Node.of(fields));
        });
    }

    public void mailboxes(Predicate<? super MailboxSheet> sink) throws FailureException {
        objectsIn("mailboxes", ReportParse::mailbox, sink);
    }

    /** Files of a manifest: path, size in bytes, SHA-256 in hexadecimal. */
    public void manifest(Predicate<? super ManifestLine> sink) throws FailureException {
        reading(0, json -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            enter(json, fields, "files");
            check(Node.of(fields), Manifests.FORMAT, Manifests.VERSION);
            if (!Manifests.ALGORITHM.equals(Node.of(fields).text("algorithm"))) {
                throw new Node.Odd("algorithm");
            }
            return each(
                    json,
                    node -> new ManifestLine(node.needText("path"), node.number("size"), node.needText("sha256")),
                    sink);
        });
    }

    public record ManifestLine(String path, long size, String sha256) {}

    /** Items from a place in the file at which a line begins, until the sink has enough. */
    public void items(long offset, Predicate<? super ReportedItem> sink) throws FailureException {
        reading(offset, json -> {
            while (json.nextToken() != null) {
                if (!sink.test(ReportParse.item(Node.read(json)))) {
                    return false;
                }
            }
            return true;
        });
    }

    private <T> void objectsIn(String list, Function<Node, T> parse, Predicate<? super T> sink)
            throws FailureException {
        reading(0, json -> {
            enter(json, new LinkedHashMap<>(), list);
            return each(json, parse, sink);
        });
    }

    private static <T> boolean each(JsonParser json, Function<Node, T> parse, Predicate<? super T> sink)
            throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (!sink.test(parse.apply(Node.read(json)))) {
                return false;
            }
        }
        return true;
    }

    /** Collects the fields before the list, and stands at its beginning. */
    private static void enter(JsonParser json, Map<String, Object> fields, String list) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Node.Odd(list);
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals(list) && json.hasToken(JsonToken.START_ARRAY)) {
                return;
            }
            fields.put(field, Node.value(json));
        }
        throw new Node.Odd(list);
    }

    private void check(Node head, String format, int version) {
        if (!head.text("format").equals(format)) {
            throw new Node.Odd("format");
        }
        if (head.number("version") > version) {
            throw new Newer(head.number("version"), version);
        }
    }

    private static final class Newer extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long found;
        private final int ours;

        Newer(long found, int ours) {
            this.found = found;
            this.ours = ours;
        }
    }

    private interface Work<T> {
        T on(JsonParser json) throws IOException;
    }

    private <T> T reading(long offset, Work<T> work) throws FailureException {
        try (SeekableByteChannel channel = Files.newByteChannel(file);
                InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(offset)));
                JsonParser json = Json.parser(in)) {
            return guarded(json, work);
        } catch (JsonProcessingException e) {
            throw damaged(
                    String.valueOf(
                            e.getLocation() == null ? "" : e.getLocation().offsetDescription()),
                    e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new FailureException(ReportFailure.READ.with(name, reason(e)), e);
        }
    }

    private <T> T guarded(JsonParser json, Work<T> work) throws IOException, FailureException {
        try {
            return work.on(json);
        } catch (Newer e) {
            throw new FailureException(ReportFailure.NEWER.with(name, e.found, e.ours), e);
        } catch (Node.Odd | IllegalArgumentException e) {
            throw damaged(json.currentLocation().offsetDescription(), e.getMessage(), e);
        }
    }

    private FailureException damaged(String place, String what, Exception cause) {
        return new FailureException(ReportFailure.DAMAGED.with(name, place, what), cause);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
