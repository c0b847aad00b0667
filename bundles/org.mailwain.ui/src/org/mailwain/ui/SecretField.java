package org.mailwain.ui;

import java.util.Arrays;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.mailwain.api.credentials.Secret;
import org.mailwain.ui.editors.Names;

/** A field for a secret, whose characters are dots; a button shows them for a moment. */
public final class SecretField {
    private static final Texts TEXTS = Texts.beside(SecretField.class);
    private static final char DOT = '\u2022';
    private static final int MOMENT_MILLIS = 5000;

    private final Composite whole;
    private final Text text;
    private final Button show;

    /** @param name for screen readers */
    public SecretField(Composite parent, String name) {
        whole = new Composite(parent, SWT.NONE);
        whole.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(whole);
        text = new Text(whole, SWT.BORDER | SWT.SINGLE);
        text.setEchoChar(DOT);
        text.setData("id", "secret.text");
        Names.give(text, name);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(text);
        show = new Button(whole, SWT.TOGGLE);
        show.setImage(new Icons(new LocalResourceManager(JFaceResources.getResources(), show)).of("eye"));
        show.setData("id", "secret.show");
        show.setToolTipText(TEXTS.of("secret.show"));
        Names.give(show, TEXTS.of("secret.show"));
        show.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> reveal(show.getSelection())));
    }

    public Composite control() {
        return whole;
    }

    private void reveal(boolean on) {
        text.setEchoChar(on ? '\0' : DOT);
        if (on) {
            text.getDisplay().timerExec(MOMENT_MILLIS, () -> {
                if (!text.isDisposed()) {
                    show.setSelection(false);
                    text.setEchoChar(DOT);
                }
            });
        }
    }

    /** What is typed; it stays in the field. */
    public Secret secret() {
        char[] typed = text.getTextChars();
        Secret secret = Secret.of(typed);
        Arrays.fill(typed, '\0');
        return secret;
    }

    /** What is typed; the field is empty then. */
    public Secret take() {
        Secret secret = secret();
        text.setText("");
        return secret;
    }
}
