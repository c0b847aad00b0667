package org.mailwain.ui.endpoints.internal;

import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.mailwain.api.credentials.Secret;
import org.mailwain.operations.EndpointOperation;
import org.mailwain.presenters.endpoints.EndpointForm;
import org.mailwain.ui.SecretField;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;
import org.mailwain.ui.jobs.Work;

/** How to sign in: what the provider's settings say of it, and logins whose passwords the credential store keeps. */
final class SignInPage extends EndpointPage {
    private SettingsFields fields;
    private org.eclipse.swt.widgets.List known;
    private Text user;
    private SecretField password;

    SignInPage(EndpointEditor editor, EndpointForm form) {
        super(editor, form, "signIn", "signIn");
    }

    @Override
    void fill(FormToolkit toolkit, Composite body) {
        if (!form().signIn().isEmpty()) {
            Composite settings = section(toolkit, body, "signIn", ExpandableComposite.EXPANDED);
            fields = new SettingsFields(editor(), toolkit, settings, form()::signIn, this::reflow);
        }
        Composite logins = section(toolkit, body, "logins", ExpandableComposite.EXPANDED | Section.DESCRIPTION);
        toolkit.createLabel(logins, TEXTS.of("label", TEXTS.of("user")));
        user = toolkit.createText(logins, "", SWT.SINGLE | SWT.BORDER);
        user.setData("id", "logins.user");
        Names.give(user, TEXTS.of("user"));
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(user);
        toolkit.createLabel(logins, TEXTS.of("label", TEXTS.of("password")));
        password = new SecretField(logins, TEXTS.of("password"));
        password.control().setData("id", "logins.password");
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(password.control());
        toolkit.createLabel(logins, "");
        Composite buttons = toolkit.createComposite(logins);
        org.eclipse.jface.layout.GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
        GridDataFactory.fillDefaults().indent(4, 0).applyTo(buttons);
        button(toolkit, buttons, "logins.keep", this::keep);
        button(toolkit, buttons, "logins.show", this::show);
        known = new org.eclipse.swt.widgets.List(logins, SWT.BORDER | SWT.V_SCROLL);
        known.setData("id", "logins.known");
        Names.give(known, TEXTS.of("logins"));
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(SWT.DEFAULT, 140)
                .applyTo(known);
    }

    private void button(FormToolkit toolkit, Composite parent, String key, Runnable work) {
        Button button = toolkit.createButton(parent, TEXTS.of(key), SWT.PUSH);
        button.setData("id", key);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
    }

    private void keep() {
        String who = user.getText().strip();
        if (who.isEmpty()) {
            user.setFocus();
            return;
        }
        Secret secret = password.take();
        EndpointOperation operation = operation();
        run("logins.keep.job", context -> {
            operation.keep(who, secret);
            return operation.logins();
        });
    }

    private void show() {
        EndpointOperation operation = operation();
        run("logins.show.job", context -> operation.logins());
    }

    private EndpointOperation operation() {
        return new EndpointOperation(
                editor().workspace().services(),
                editor().project().contents(),
                editor().name(),
                new WindowAsks(editor().getSite().getShell()));
    }

    private void run(String job, Work<List<String>> work) {
        new Background(known.getDisplay()).start(TEXTS.of(job), work, result -> {
            if (known.isDisposed()) {
                return;
            }
            switch (result) {
                case Result.Done<List<String>>(List<String> users) ->
                    known.setItems(
                            users.isEmpty() ? new String[] {TEXTS.of("logins.none")} : users.toArray(String[]::new));
                case Result.Failed<List<String>>(var failure) ->
                    MessageDialog.openError(
                            known.getShell(),
                            TEXTS.of(job),
                            editor().workspace().sentence(failure));
                case Result.Cancelled<List<String>> cancelled -> {}
            }
        });
    }

    @Override
    void refresh() {
        if (fields != null) {
            fields.refresh();
        }
    }
}
