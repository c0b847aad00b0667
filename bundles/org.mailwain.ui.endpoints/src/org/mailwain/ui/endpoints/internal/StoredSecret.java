package org.mailwain.ui.endpoints.internal;

import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.api.credentials.Secret;
import org.mailwain.operations.EndpointOperation;
import org.mailwain.presenters.settings.FormField;
import org.mailwain.project.settings.SecretNames;
import org.mailwain.project.yaml.YamlValue;
import org.mailwain.ui.SecretField;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** A secret of an endpoint: it goes into the credential store, and the file says only that it is there. */
final class StoredSecret {
    private final EndpointContext endpoint;
    private final FormField field;
    private final Composite whole;
    private final SecretField secret;

    StoredSecret(EndpointContext endpoint, FormToolkit toolkit, Composite parent, FormField field) {
        this.endpoint = endpoint;
        this.field = field;
        whole = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(whole);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(whole);
        secret = new SecretField(whole, field.label());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(secret.control());
        Button keep = toolkit.createButton(whole, EndpointPage.TEXTS.of("secret.keep"), SWT.PUSH);
        keep.setData("id", "field." + field.id() + ".keep");
        keep.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> keep()));
    }

    Control control() {
        return whole;
    }

    private void keep() {
        Secret typed = secret.take();
        EndpointOperation operation = new EndpointOperation(
                endpoint.space().services(), endpoint.files(), endpoint.name(), new WindowAsks(endpoint.shell()));
        new Background(whole.getDisplay())
                .start(
                        EndpointPage.TEXTS.of("secret.job"),
                        context -> {
                            operation.keepSetting(field.setting().name(), typed);
                            return true;
                        },
                        result -> {
                            if (result instanceof Result.Failed<Boolean>(var failure)) {
                                MessageDialog.openError(
                                        endpoint.shell(),
                                        EndpointPage.TEXTS.of("secret.job"),
                                        endpoint.space().sentence(failure));
                            } else if (result instanceof Result.Done) {
                                endpoint.set(field.path(), Optional.of(YamlValue.text(SecretNames.IN_STORE)));
                            }
                        });
    }
}
