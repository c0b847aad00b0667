package org.mailwain.ui.endpoints.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.operations.EndpointOperation;
import org.mailwain.operations.EndpointOperation.TestLogin;
import org.mailwain.presenters.endpoints.ConnectionTest;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;
import org.mailwain.ui.SecretField;
import org.mailwain.ui.Texts;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;
import org.mailwain.ui.jobs.WorkContext;

/** The test of a connection: who is to be signed in, the steps as they pass, and the certificate to pin. */
final class TestSection {
    private static final Texts TEXTS = EndpointPage.TEXTS;
    private static final YamlPath TRUST = YamlPath.of("trust");

    private final EndpointContext endpoint;
    private final ConnectionTest test;
    private final Text user;
    private final SecretField password;
    private final Button start;
    private final Button pin;
    private final StepList steps;
    private Job job;

    /** @param section with two columns */
    TestSection(EndpointContext endpoint, FormToolkit toolkit, Composite section) {
        this.endpoint = endpoint;
        this.test = new ConnectionTest(endpoint.space().sentences());
        toolkit.createLabel(section, TEXTS.of("label", TEXTS.of("user")));
        user = toolkit.createText(section, "", SWT.SINGLE | SWT.BORDER);
        user.setData("id", "test.user");
        Names.give(user, TEXTS.of("user"));
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(user);
        toolkit.createLabel(section, TEXTS.of("label", TEXTS.of("password")));
        password = new SecretField(section, TEXTS.of("password"));
        password.control().setData("id", "test.password");
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(password.control());
        Composite buttons = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(buttons);
        start = button(toolkit, buttons, "test.start", this::startOrStop);
        pin = button(toolkit, buttons, "test.pin", this::pin);
        steps = new StepList(toolkit, section);
        show();
    }

    private static Button button(FormToolkit toolkit, Composite parent, String id, Runnable work) {
        Button button = toolkit.createButton(parent, TEXTS.of(id), SWT.PUSH);
        button.setData("id", id);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
        return button;
    }

    private void startOrStop() {
        if (test.isRunning()) {
            job.cancel();
        } else {
            start();
        }
    }

    void start() {
        if (test.isRunning()) {
            return;
        }
        EndpointOperation operation = new EndpointOperation(
                endpoint.space().services(), endpoint.files(), endpoint.name(), new WindowAsks(start.getShell()));
        Optional<TestLogin> login = login();
        test.begin();
        show();
        job = new Background(start.getDisplay())
                .start(
                        TEXTS.of("test.job", endpoint.name()),
                        context -> {
                            operation.test(login, new Steps(context), context.cancel());
                            return true;
                        },
                        this::ended);
    }

    private Optional<TestLogin> login() {
        String who = user.getText().strip();
        if (who.isEmpty()) {
            return Optional.empty();
        }
        Secret secret = password.secret();
        return Optional.of(new TestLogin(who, secret.isEmpty() ? Optional.empty() : Optional.of(secret)));
    }

    private void ended(Result<Boolean> result) {
        switch (result) {
            case Result.Done<Boolean> done -> test.end();
            case Result.Failed<Boolean>(Failure failure) -> {
                test.broken(failure);
                test.end();
            }
            case Result.Cancelled<Boolean> cancelled -> test.stopped();
        }
        show();
    }

    private void show() {
        if (!start.isDisposed()) {
            steps.show(test.lines());
            start.setText(TEXTS.of(test.isRunning() ? "test.stop" : "test.start"));
            start.getParent().layout();
            refresh();
        }
    }

    void focus() {
        user.setFocus();
    }

    void refresh() {
        start.setEnabled(endpoint.editing().isEditable());
        pin.setVisible(test.isCertificateRefused());
    }

    /** Believes this one certificate from now on; the person has seen whose it is. */
    private void pin() {
        test.fingerprint().ifPresent(fingerprint -> {
            endpoint.set(
                    TRUST,
                    Optional.of(new YamlValue.Group(java.util.Map.of("fingerprint", YamlValue.text(fingerprint)))));
            start();
        });
    }

    /** Called on the thread of the job. */
    private final class Steps implements ProbeSink {
        private final WorkContext context;

        Steps(WorkContext context) {
            this.context = context;
        }

        @Override
        public void passed(Step step, List<Argument> findings) {
            context.show(() -> {
                test.passed(step, findings);
                TestSection.this.show();
            });
        }

        @Override
        public void failed(Step step, Failure failure) {
            context.show(() -> {
                test.failed(step, failure);
                TestSection.this.show();
            });
        }
    }
}
