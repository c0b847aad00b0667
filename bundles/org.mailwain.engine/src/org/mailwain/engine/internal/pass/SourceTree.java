package org.mailwain.engine.internal.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.folder.FolderMapper;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.internal.job.Job;

/**
 * The folders of a source.
 *
 * @param all paths of everything that stands there
 * @param taken folders that hold messages and that the filter takes, each with its status
 * @param leftOut folders that hold messages and that the filter or the source itself leaves out
 * @param unreadable those of them that cannot be looked at, with the reason
 */
public record SourceTree(
        Set<FolderPath> all, List<Folder> taken, List<Folder> leftOut, Map<FolderPath, Failure> unreadable) {

    public static SourceTree read(Job job, MailboxReader reader) throws FailureException {
        List<Folder> tree = reader.folders();
        Map<Boolean, List<Folder>> byFilter = tree.stream()
                .filter(Folder::selectable)
                .collect(Collectors.partitioningBy(folder -> takes(job, folder)));
        List<Folder> wanted = byFilter.get(true);
        List<FolderPath> unknown = wanted.stream()
                .filter(f -> f.status() == null)
                .map(Folder::path)
                .toList();
        Map<FolderPath, FolderStatus> states = new LinkedHashMap<>();
        Map<FolderPath, Failure> unreadable = new LinkedHashMap<>();
        ask(reader, unknown, states, unreadable);
        List<Folder> taken = new ArrayList<>();
        for (Folder folder : wanted) {
            if (!unreadable.containsKey(folder.path())) {
                taken.add(folder.status() != null ? folder : folder.with(states.get(folder.path())));
            }
        }
        Set<FolderPath> all = tree.stream().map(Folder::path).collect(Collectors.toSet());
        return new SourceTree(all, taken, byFilter.get(false), unreadable);
    }

    private static boolean takes(Job job, Folder folder) {
        if (folder.leftOut().isPresent()) {
            return false;
        }
        FolderMapper mapper = job.shared().services().mapper();
        List<String> include = job.filter().include();
        return (include.isEmpty() || include.stream().anyMatch(filter -> mapper.matches(folder, filter)))
                && job.filter().exclude().stream().noneMatch(filter -> mapper.matches(folder, filter));
    }

    private static void ask(
            MailboxReader reader,
            List<FolderPath> folders,
            Map<FolderPath, FolderStatus> states,
            Map<FolderPath, Failure> unreadable)
            throws FailureException {
        if (folders.isEmpty()) {
            return;
        }
        try {
            List<FolderStatus> answers = reader.states(folders);
            for (int i = 0; i < folders.size(); i++) {
                states.put(folders.get(i), answers.get(i));
            }
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            askOneByOne(reader, folders, states, unreadable);
        }
    }

    private static void askOneByOne(
            MailboxReader reader,
            List<FolderPath> folders,
            Map<FolderPath, FolderStatus> states,
            Map<FolderPath, Failure> unreadable)
            throws FailureException {
        for (FolderPath folder : folders) {
            try {
                states.put(folder, reader.state(folder));
            } catch (FailureException e) {
                if (e.failure().scope() != Scope.FOLDER) {
                    throw e;
                }
                unreadable.put(folder, e.failure());
            }
        }
    }
}
