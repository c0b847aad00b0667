package org.mailwain.operations;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.project.BatchFile;
import org.mailwain.project.ProjectFolder;
import org.mailwain.project.ProjectInit;
import org.mailwain.project.mailboxes.ExchangeList;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/** Makes a batch: its file, with the comments of a new project, and a mailbox list where rows were typed. */
public final class NewBatchOperation {
    private final ProjectFolder folder;

    /** @param project the project's folder */
    public NewBatchOperation(Path project) {
        folder = ProjectFolder.of(project);
    }

    /** A mailbox that was typed; an empty password stands for none. */
    public record Typed(MailboxAddress emailAddress, String userName, Secret password) {}

    /**
     * @param name of the batch
     * @param list of the project, by its file's name; empty where rows were typed
     * @param rows that were typed; a list NAME.csv is made of them
     * @param folders name of a folder map, or empty
     * @param exclude folders that are left out
     */
    public record Draft(
            String name,
            String source,
            String target,
            Optional<String> list,
            List<Typed> rows,
            Optional<String> folders,
            List<String> exclude,
            Optional<String> receivedAfter,
            Optional<String> maxItemSize) {
        public Draft {
            rows = List.copyOf(rows);
            exclude = List.copyOf(exclude);
        }
    }

    /**
     * Writes nothing where one of the files is there already.
     *
     * @return the batch's file
     * @throws FailureException {@link OperationFailure#EXISTS}, or where a file cannot be written
     */
    public Path write(Draft draft) throws FailureException {
        String file = draft.name() + BatchFile.SUFFIX;
        String list = draft.list().orElse(draft.name() + ".csv");
        requireFree(file);
        if (draft.list().isEmpty()) {
            requireFree(list);
        }
        try {
            byte[] batch = document(draft, file, list).content().encode();
            if (draft.list().isEmpty()) {
                folder.save(list, null, list(draft.rows()));
            }
            folder.save(file, null, batch);
            return folder.path().resolve(file);
        } catch (CharacterCodingException e) {
            throw new FailureException(OperationFailure.WRITE.with(file, e), e);
        }
    }

    private void requireFree(String name) throws FailureException {
        if (Files.exists(folder.path().resolve(name))) {
            throw OperationFailure.EXISTS.raise(name);
        }
    }

    private static YamlDocument document(Draft draft, String file, String list) throws FailureException {
        YamlDocument document = YamlDocument.read(file, ProjectInit.batch());
        Map<YamlPath, YamlValue> values = new LinkedHashMap<>();
        values.put(YamlPath.of("source"), YamlValue.text(draft.source()));
        values.put(YamlPath.of("target"), YamlValue.text(draft.target()));
        values.put(YamlPath.of("mailboxes"), YamlValue.text(list));
        draft.folders().ifPresent(map -> values.put(YamlPath.of("folders"), YamlValue.text(map)));
        if (!draft.exclude().isEmpty()) {
            values.put(YamlPath.of("filter", "exclude"), YamlValue.texts(draft.exclude()));
        }
        draft.receivedAfter()
                .ifPresent(date -> values.put(YamlPath.of("filter", "receivedAfter"), YamlValue.literal(date)));
        draft.maxItemSize()
                .ifPresent(size -> values.put(YamlPath.of("filter", "maxItemSize"), YamlValue.literal(size)));
        for (Map.Entry<YamlPath, YamlValue> each : values.entrySet()) {
            document = document.apply(document.set(each.getKey(), each.getValue()));
        }
        return draft.folders().isPresent() ? document : document.apply(document.remove(YamlPath.of("folders")));
    }

    /** As Exchange Online takes it. */
    private static byte[] list(List<Typed> rows) {
        List<ExchangeList.Row> all = new ArrayList<>();
        for (Typed row : rows) {
            all.add(new ExchangeList.Row(
                    all.size() + 2, row.emailAddress(), row.userName(), row.password(), Optional.empty()));
        }
        return new ExchangeList(all).bytes();
    }
}
