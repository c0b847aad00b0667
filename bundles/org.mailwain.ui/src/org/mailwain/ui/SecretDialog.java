package org.mailwain.ui;

import java.util.Arrays;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.Asks;

/** Asks for a secret, which is not shown while it is typed. */
final class SecretDialog extends TitleAreaDialog {
    private static final Texts TEXTS = Texts.beside(SecretDialog.class);

    private final Asks.Question question;
    private Text field;
    private Secret secret;

    SecretDialog(Shell parent, Asks.Question question) {
        super(parent);
        this.question = question;
    }

    Secret secret() {
        return secret;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.of("secret.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(question.text());
        setMessage(question.detail());
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        Label label = new Label(area, SWT.NONE);
        label.setText(TEXTS.of("secret.label"));
        field = new Text(area, SWT.BORDER | SWT.PASSWORD);
        field.setData("id", "secret.field");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(OK).setData("id", "secret.ok");
        getButton(CANCEL).setData("id", "secret.cancel");
    }

    @Override
    protected void okPressed() {
        char[] typed = field.getTextChars();
        secret = Secret.of(typed);
        Arrays.fill(typed, '\0');
        field.setText("");
        super.okPressed();
    }
}
