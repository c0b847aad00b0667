package org.mailwain.ui.jobs;

import org.mailwain.api.progress.Cancel;

/** What work can ask for and tell while it is carried out. */
public interface WorkContext {
    Cancel cancel();

    /** What is done at the moment, for the progress view. */
    void step(String text);

    /** Runs something on the UI thread, later, unless the window is gone by then. */
    void show(Runnable onUi);
}
