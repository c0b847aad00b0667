package org.mailwain.presenters.batches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.operations.NewBatchOperation;
import org.mailwain.operations.NewBatchOperation.Typed;
import org.mailwain.project.EndpointFile;
import org.mailwain.project.Project;
import org.mailwain.project.ProjectNames;
import org.mailwain.project.mailboxes.MailboxList;

/** A batch as a wizard gathers it, and what still keeps it from being made. For one thread. */
public final class BatchDraft {
    private final Project project;
    private String name = "";
    private String sourceKind = "";
    private String targetKind = "";
    private String source = "";
    private String target = "";
    private String list = "";
    private List<Row> rows = List.of();
    private String folders = "";
    private String exclude = "";
    private String receivedAfter = "";
    private String maxItemSize = "";

    /** A mailbox as it is typed; cells may be empty. */
    public record Row(String emailAddress, String userName, String password) {
        boolean isEmpty() {
            return emailAddress.isBlank() && userName.isBlank() && password.isEmpty();
        }

        @Override
        public String toString() {
            return emailAddress;
        }
    }

    /** What is missing; each is the key of a text. */
    public enum Lack {
        NAME,
        NAME_CHARACTERS,
        NAME_TAKEN,
        SOURCE_KIND,
        TARGET_KIND,
        SOURCE,
        TARGET,
        MAILBOXES,
        ROW_ADDRESS,
        ROW_USER
    }

    public BatchDraft(Project project) {
        this.project = project;
    }

    public Project project() {
        return project;
    }

    public void name(String text) {
        name = text.strip();
    }

    public void kinds(String ofSource, String ofTarget) {
        sourceKind = ofSource;
        targetKind = ofTarget;
    }

    public String sourceKind() {
        return sourceKind;
    }

    public String targetKind() {
        return targetKind;
    }

    public void way(String from, String to) {
        source = from;
        target = to;
    }

    /** @param file of the project; empty where rows are typed */
    public void mailboxes(String file, List<Row> typed) {
        list = file;
        rows = typed.stream().filter(row -> !row.isEmpty()).toList();
    }

    public void filters(String map, String left, String after, String largest) {
        folders = map;
        exclude = left;
        receivedAfter = after.strip();
        maxItemSize = largest.strip();
    }

    /** Endpoints of a kind, by name. */
    public List<String> endpoints(String kind) {
        return project.endpoints().values().stream()
                .filter(file -> file.kind().equals(Optional.of(kind)))
                .map(EndpointFile::name)
                .toList();
    }

    public Optional<Lack> lackOfName() {
        if (name.isEmpty()) {
            return Optional.of(Lack.NAME);
        } else if (!ProjectNames.isName(name)) {
            return Optional.of(Lack.NAME_CHARACTERS);
        }
        return project.batches().containsKey(name) ? Optional.of(Lack.NAME_TAKEN) : Optional.empty();
    }

    public Optional<Lack> lackOfKinds() {
        if (targetKind.isEmpty()) {
            return Optional.of(Lack.TARGET_KIND);
        }
        return sourceKind.isEmpty() ? Optional.of(Lack.SOURCE_KIND) : Optional.empty();
    }

    public Optional<Lack> lackOfWay() {
        if (source.isEmpty()) {
            return Optional.of(Lack.SOURCE);
        }
        return target.isEmpty() ? Optional.of(Lack.TARGET) : Optional.empty();
    }

    public Optional<Lack> lackOfMailboxes() {
        if (!list.isEmpty()) {
            return Optional.empty();
        } else if (rows.isEmpty()) {
            return Optional.of(Lack.MAILBOXES);
        } else if (rows.stream()
                .anyMatch(row -> MailboxAddress.of(row.emailAddress().strip()).isEmpty())) {
            return Optional.of(Lack.ROW_ADDRESS);
        }
        return rows.stream().anyMatch(row -> row.userName().isBlank()) ? Optional.of(Lack.ROW_USER) : Optional.empty();
    }

    /** Whether passwords were typed, which then stand in the list. */
    public boolean hasPasswords() {
        return list.isEmpty() && rows.stream().anyMatch(row -> !row.password().isEmpty());
    }

    /** Lists of the project that can be read, by file. */
    public List<String> lists() {
        return project.batches().values().stream()
                .flatMap(batch -> batch.mailboxes().stream())
                .map(MailboxList::document)
                .map(document -> document.file())
                .distinct()
                .toList();
    }

    /** Only where nothing is lacking. */
    public NewBatchOperation.Draft done() {
        List<Typed> typed = new ArrayList<>();
        for (Row row : list.isEmpty() ? rows : List.<Row>of()) {
            typed.add(new Typed(
                    MailboxAddress.of(row.emailAddress().strip()).orElseThrow(),
                    row.userName().strip(),
                    Secret.of(row.password())));
        }
        return new NewBatchOperation.Draft(
                name,
                source,
                target,
                given(list),
                typed,
                given(folders),
                Arrays.stream(exclude.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                given(receivedAfter),
                given(maxItemSize));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
