package org.mailwain.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.Asks;

/** Asks the person at the window. Called on worker threads, which wait for the answer; a window that is gone declines. */
public final class WindowAsks implements Asks {
    private final Shell shell;

    public WindowAsks(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Optional<Secret> secret(Question question) {
        AtomicReference<Secret> answer = new AtomicReference<>();
        show(() -> {
            SecretDialog dialog = new SecretDialog(shell, question);
            if (dialog.open() == Window.OK) {
                answer.set(dialog.secret());
            }
        });
        return Optional.ofNullable(answer.get());
    }

    @Override
    public boolean confirm(Question question) {
        AtomicReference<Boolean> answer = new AtomicReference<>(false);
        show(() -> answer.set(MessageDialog.openQuestion(shell, question.text(), text(question))));
        return answer.get();
    }

    @Override
    public void tell(Question notice) {
        if (!shell.isDisposed()) {
            shell.getDisplay().asyncExec(() -> MessageDialog.openInformation(shell, notice.text(), text(notice)));
        }
    }

    private static String text(Question question) {
        return question.detail().isEmpty() ? question.text() : question.text() + "\n\n" + question.detail();
    }

    private void show(Runnable dialog) {
        if (!shell.isDisposed()) {
            shell.getDisplay().syncExec(() -> {
                if (!shell.isDisposed()) {
                    dialog.run();
                }
            });
        }
    }
}
