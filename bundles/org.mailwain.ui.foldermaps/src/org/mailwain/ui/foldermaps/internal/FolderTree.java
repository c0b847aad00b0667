package org.mailwain.ui.foldermaps.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.presenters.foldermaps.MapPicture;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** A tree of folders; what was unfolded and selected stays so when it is shown anew. */
final class FolderTree {
    private static final Texts TEXTS = MapPage.TEXTS;

    private final Tree tree;
    private final Map<FolderPath, TreeItem> items = new HashMap<>();

    /** @param cells of the columns, the name first */
    record Line(FolderPath path, List<String> cells) {
        static List<Line> source(MapPicture picture) {
            List<Line> lines = new ArrayList<>();
            for (Folder folder : picture.source()) {
                Optional<FolderMapping> link = picture.link(folder.path());
                lines.add(new Line(
                        folder.path(),
                        List.of(
                                folder.path().name(),
                                MapPicture.use(folder).orElse(""),
                                count(
                                        folder.status() == null
                                                ? -1
                                                : folder.status().count()),
                                link.map(Line::goes).orElse(""))));
            }
            return lines;
        }

        private static String goes(FolderMapping link) {
            if (link.conflict().isPresent()) {
                return "✗ " + TEXTS.of("goes.conflict");
            } else if (link.target().isEmpty()) {
                return "– " + TEXTS.of("goes.nowhere");
            }
            return "→ " + link.target().get();
        }

        static List<Line> target(MapPicture picture) {
            return picture.target().stream()
                    .map(folder -> new Line(
                            folder.path(),
                            List.of(
                                    folder.isNew()
                                            ? TEXTS.of("made", folder.path().name())
                                            : folder.path().name(),
                                    folder.use().orElse(""),
                                    folder.isNew() ? "" : count(folder.standing()),
                                    folder.coming() == 0 ? "" : "+" + count(folder.coming()),
                                    folder.standing() < 0 && folder.coming() == 0 ? "" : count(folder.after()))))
                    .toList();
        }

        private static String count(long number) {
            return number < 0 ? "?" : "%,d".formatted(number);
        }
    }

    FolderTree(Composite parent, String id, String name) {
        tree = new Tree(parent, SWT.BORDER | SWT.FULL_SELECTION);
        tree.setHeaderVisible(true);
        tree.setData("id", id);
        Names.give(tree, name);
    }

    void column(String key, int width, int style) {
        TreeColumn column = new TreeColumn(tree, style);
        column.setText(TEXTS.of(key));
        column.setWidth(width);
    }

    Tree control() {
        return tree;
    }

    void onSelect(Runnable listener) {
        tree.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> listener.run()));
    }

    Optional<FolderPath> selected() {
        TreeItem[] selection = tree.getSelection();
        return selection.length == 0 ? Optional.empty() : Optional.of((FolderPath) selection[0].getData());
    }

    /** The item of a folder, or of the nearest one above it that can be seen; null for none. */
    TreeItem item(FolderPath path) {
        TreeItem item = items.get(path);
        if (item == null) {
            return null;
        }
        TreeItem seen = item;
        for (TreeItem above = item.getParentItem(); above != null; above = above.getParentItem()) {
            if (!above.getExpanded()) {
                seen = above;
            }
        }
        return seen;
    }

    /** @param lines parents before children */
    void show(List<Line> lines) {
        Set<FolderPath> folded = new HashSet<>();
        items.forEach((path, item) -> {
            if (item.getItemCount() > 0 && !item.getExpanded()) {
                folded.add(path);
            }
        });
        Optional<FolderPath> selection = selected();
        Object top = tree.getTopItem() == null ? null : tree.getTopItem().getData();
        tree.setRedraw(false);
        tree.removeAll();
        items.clear();
        lines.forEach(this::add);
        items.forEach((path, item) -> item.setExpanded(!folded.contains(path)));
        selection.map(items::get).ifPresent(tree::setSelection);
        if (top != null && items.containsKey(top)) {
            tree.setTopItem(items.get(top));
        }
        tree.setRedraw(true);
    }

    private void add(Line line) {
        FolderPath parent = line.path().parent();
        TreeItem above = parent == null ? null : items.get(parent);
        TreeItem item = above == null ? new TreeItem(tree, SWT.NONE) : new TreeItem(above, SWT.NONE);
        List<String> cells = new ArrayList<>(line.cells());
        if (above == null && parent != null) {
            cells.set(0, line.path().toString());
        }
        item.setText(cells.toArray(String[]::new));
        item.setData(line.path());
        items.put(line.path(), item);
    }
}
