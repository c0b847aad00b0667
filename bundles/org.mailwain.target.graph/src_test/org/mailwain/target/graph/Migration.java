package org.mailwain.target.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.engine.MailboxResult;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.simulator.graph.MailFolder;
import org.mailwain.simulator.graph.StoredMessage;
import org.mailwain.tck.Mail;
import org.mailwain.tck.memory.MemoryMailbox;

/** A mailbox on its way into a simulated tenant, and what it looks like there. */
final class Migration implements AutoCloseable {
    final GraphFixture tenant;
    final MemoryMailbox source = new MemoryMailbox();
    private final Passage passage;
    private final Path folder = newFolder();

    static {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
    }

    Migration(GraphFixture tenant) {
        this.tenant = tenant;
        Endpoint to = tenant.endpoint(tenant.settings());
        this.passage = Passage.of(source, to, tenant.login(GraphFixture.ADDRESS), folder);
    }

    /** From somewhere else than the memory. */
    Migration(GraphFixture tenant, GraphSettings settings, SourceProvider sources, Endpoint from, Login login) {
        this.tenant = tenant;
        Endpoint to = tenant.endpoint(settings);
        this.passage = new Passage(sources, from, login, to, tenant.login(GraphFixture.ADDRESS), folder);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("graph-migration");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Migration fill(int count) {
        Passage.fill(source, count);
        return this;
    }

    void deliver(FolderPath path, Mail mail) {
        Passage.deliver(source, path, mail);
    }

    Path folder() {
        return folder;
    }

    MailboxResult run() throws FailureException {
        return passage.run(Steps.endless(), Cancel.NEVER);
    }

    /** One that may die at a durable step, or when somebody says so. */
    MailboxResult run(Steps steps, Cancel cancel) throws FailureException {
        return passage.run(steps, cancel);
    }

    void ledger(Passage.Look look) throws FailureException, IOException {
        passage.ledger(look);
    }

    /** What each folder of the target holds: subject, date, flags, in no order. */
    Map<String, List<String>> picture() {
        Map<String, List<String>> picture = new TreeMap<>();
        for (MailFolder place : tenant.mailbox().folders()) {
            List<String> lines = new ArrayList<>();
            for (StoredMessage message : place.messages()) {
                lines.add(line(message.subject(), message.received(), GraphFixture.flags(message)));
            }
            if (!lines.isEmpty()) {
                picture.put(place.name(), lines.stream().sorted().toList());
            }
        }
        return picture;
    }

    /** As {@link #picture}, without dates and flags: those of MIME are of the import. */
    Map<String, List<String>> subjects() {
        Map<String, List<String>> subjects = new TreeMap<>();
        picture()
                .forEach((place, lines) -> subjects.put(
                        place,
                        lines.stream()
                                .map(line -> line.substring(0, line.indexOf(" |")))
                                .sorted()
                                .toList()));
        return subjects;
    }

    static String line(String subject, Instant received, Flags flags) {
        return subject + " | " + received + " | " + flags;
    }

    @Override
    public void close() {
        tenant.close();
        try (var all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
