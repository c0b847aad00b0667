package org.mailwain.ui.foldermaps.internal;

import java.util.function.BiConsumer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.presenters.foldermaps.MapEditing;

/** Drags a folder of one tree onto a folder of the other. */
final class FolderDrag {
    private FolderDrag() {}

    static void from(FolderTree source, FolderTree target, BiConsumer<FolderPath, FolderPath> onDrop) {
        FolderPath[] dragged = {null};
        DragSource drag = new DragSource(source.control(), DND.DROP_LINK | DND.DROP_MOVE | DND.DROP_COPY);
        drag.setTransfer(TextTransfer.getInstance());
        drag.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                dragged[0] = source.selected().orElse(null);
                event.doit = dragged[0] != null && MapEditing.canBeNamed(dragged[0]);
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = String.valueOf(dragged[0]);
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                dragged[0] = null;
            }
        });
        DropTarget drop = new DropTarget(target.control(), DND.DROP_LINK | DND.DROP_MOVE | DND.DROP_COPY);
        drop.setTransfer(new Transfer[] {TextTransfer.getInstance()});
        drop.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragOver(DropTargetEvent event) {
                event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_SCROLL | DND.FEEDBACK_EXPAND;
                event.detail = dragged[0] == null || event.item == null ? DND.DROP_NONE : DND.DROP_LINK;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (dragged[0] != null && event.item != null && event.item.getData() instanceof FolderPath to) {
                    onDrop.accept(dragged[0], to);
                }
            }
        });
    }
}
