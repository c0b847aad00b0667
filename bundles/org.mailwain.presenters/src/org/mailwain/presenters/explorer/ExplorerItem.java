package org.mailwain.presenters.explorer;

import java.util.List;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.RunState;

/** What the Migration Explorer shows. Equal where it stands for the same thing, so that it stays unfolded and selected. */
public sealed interface ExplorerItem {
    ProjectModel project();

    /** In the order in which they are shown; {@code FILES} takes what is none of the others. */
    enum Group {
        ENDPOINTS(FileKind.ENDPOINT),
        LISTS(FileKind.MAILBOX_LIST),
        BATCHES(FileKind.BATCH),
        FOLDER_MAPS(FileKind.FOLDER_MAP),
        REPORTS(FileKind.REPORT),
        FILES(null);

        private final FileKind kind;

        Group(FileKind kind) {
            this.kind = kind;
        }

        /** Null for {@code FILES}. */
        public FileKind kind() {
            return kind;
        }

        boolean holds(FileEntry file) {
            return kind == null
                    ? switch (file.kind()) {
                        case ENDPOINT, MAILBOX_LIST, BATCH, FOLDER_MAP, REPORT, FOLDER -> false;
                        case TEXT, PAGE, PRINT, OTHER -> true;
                    }
                    : file.kind() == kind;
        }
    }

    record ProjectItem(ProjectModel project) implements ExplorerItem {
        /** All groups but that of other files, which is there only where there are any. */
        public List<GroupItem> groups() {
            return java.util.Arrays.stream(Group.values())
                    .map(group -> new GroupItem(project, group))
                    .filter(item -> item.group() != Group.FILES || !item.files().isEmpty())
                    .toList();
        }
    }

    record GroupItem(ProjectModel project, Group group) implements ExplorerItem {
        public List<FileItem> files() {
            return project.files().files().stream()
                    .filter(group::holds)
                    .map(file -> new FileItem(project, file))
                    .toList();
        }
    }

    record FileItem(ProjectModel project, FileEntry file) implements ExplorerItem {
        /** How a batch stands; null for what is no batch, and for one that never ran. */
        public RunState run() {
            return file.kind() == FileKind.BATCH ? project.run(file.label()).orElse(null) : null;
        }

        /** How many errors there are in the file. */
        public long errors() {
            String name = project.name(file.path());
            return project.problems().stream()
                    .filter(problem -> problem.isError() && problem.file().equals(name))
                    .count();
        }
    }
}
