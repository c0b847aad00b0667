package org.mailwain.ui.internal.explorer;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.mailwain.presenters.explorer.ExplorerItem;
import org.mailwain.presenters.explorer.ExplorerItem.FileItem;
import org.mailwain.presenters.explorer.ExplorerItem.GroupItem;
import org.mailwain.presenters.explorer.ExplorerItem.ProjectItem;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.contrib.ExplorerNodes;

/** Projects, what is in them by groups, and what others add. */
final class ExplorerContent implements ITreeContentProvider {
    private final List<ExplorerNodes> nodes;

    ExplorerContent(List<ExplorerNodes> nodes) {
        this.nodes = nodes;
    }

    @Override
    public Object[] getElements(Object input) {
        return ((Workspace) input).projects().stream().map(ProjectItem::new).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return switch (parent) {
            case ProjectItem project -> inProject(project);
            case GroupItem group -> group.files().toArray();
            case ExplorerNodes.Node node -> node.children().toArray();
            default -> new Object[0];
        };
    }

    private Object[] inProject(ProjectItem project) {
        List<Object> children = new ArrayList<>(project.groups());
        for (ExplorerNodes each : nodes) {
            children.addAll(each.of(project.project()));
        }
        return children.toArray();
    }

    @Override
    public Object getParent(Object element) {
        return switch (element) {
            case GroupItem group -> new ProjectItem(group.project());
            case FileItem file -> parent(file);
            default -> null;
        };
    }

    private static Object parent(FileItem file) {
        ProjectModel project = file.project();
        for (ExplorerItem.Group group : ExplorerItem.Group.values()) {
            GroupItem item = new GroupItem(project, group);
            if (item.files().contains(file)) {
                return item;
            }
        }
        return new ProjectItem(project);
    }

    @Override
    public boolean hasChildren(Object element) {
        return switch (element) {
            case ProjectItem project -> true;
            case GroupItem group -> !group.files().isEmpty();
            case ExplorerNodes.Node node -> !node.children().isEmpty();
            default -> false;
        };
    }
}
