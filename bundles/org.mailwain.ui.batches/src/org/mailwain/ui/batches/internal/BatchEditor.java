package org.mailwain.ui.batches.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.mailwain.operations.Services;
import org.mailwain.presenters.batches.BatchPicture;
import org.mailwain.presenters.batches.BatchWatch;
import org.mailwain.project.BatchFile;
import org.mailwain.ui.editors.YamlEditor;

/** A batch: its settings as forms over its file, and its runs as they go. */
public final class BatchEditor extends YamlEditor {
    /** As in plugin.xml. */
    public static final String ID = "org.mailwain.ui.batches.editor";

    private final List<PictureListener> listeners = new ArrayList<>();
    private BatchWatch watch;
    private BatchPicture picture;
    private boolean opened;

    /** Told on the UI thread. */
    @FunctionalInterface
    interface PictureListener {
        void changed(BatchPicture picture);
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        setPartName(batch());
    }

    @Override
    protected void addFormPages() throws PartInitException {
        addPage(new OverviewPage(this));
        addPage(new MailboxesPage(this));
        addPage(new FolderMapPage(this));
        addPage(new FilterPage(this));
        addPage(new LimitsPage(this));
        addPage(new RunPage(this));
        startWatch();
    }

    private void startWatch() {
        Display display = getSite().getShell().getDisplay();
        Services services = workspace().services();
        watch = new BatchWatch(services, project().folder(), batch(), fresh -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> show(fresh));
            }
        });
        watch.start();
    }

    private void show(BatchPicture fresh) {
        if (getContainer() == null || getContainer().isDisposed()) {
            return;
        }
        picture = fresh;
        if (!opened) {
            opened = true;
            // who comes back to a batch that works, or has worked, wants to see how it went
            if (editing().isEditable() && (fresh.isRunning() || !fresh.isNew())) {
                setActivePage(RunPage.ID);
            }
        }
        List.copyOf(listeners).forEach(listener -> listener.changed(fresh));
    }

    /** The batch's name: that of its file. */
    String batch() {
        String file = file();
        return file.substring(0, file.length() - BatchFile.SUFFIX.length());
    }

    void onPicture(PictureListener listener) {
        listeners.add(listener);
        if (picture != null) {
            listener.changed(picture);
        }
    }

    /** The last one, or null before the first. */
    BatchPicture picture() {
        return picture;
    }

    BatchWatch watch() {
        return watch;
    }

    @Override
    public void dispose() {
        if (watch != null) {
            watch.close();
        }
        super.dispose();
    }
}
