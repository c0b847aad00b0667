package org.mailwain.ui.batches.internal.wizard;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.batches.BatchDraft;
import org.mailwain.presenters.batches.BatchDraft.Lack;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** A page of the wizard; what it lacks is told once the person has done something on it. */
abstract class Step extends WizardPage {
    static final Texts TEXTS = NewBatchWizard.TEXTS;
    private static final int WIDTH = 520;

    private final NewBatchWizard wizard;
    private final Supplier<Optional<Lack>> lack;
    private boolean touched;

    /** @param key of the page in texts; @param lack what keeps the person from going on */
    Step(NewBatchWizard wizard, String key, Supplier<Optional<Lack>> lack) {
        super(key, TEXTS.of(key + ".title"), null);
        this.wizard = wizard;
        this.lack = lack;
        setDescription(TEXTS.of(key + ".description"));
    }

    final NewBatchWizard batch() {
        return wizard;
    }

    final BatchDraft draft() {
        return wizard.draft();
    }

    @Override
    public final void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(10, 10)
                .spacing(10, 8)
                .applyTo(body);
        fill(body);
        setControl(body);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.new_batch");
        look();
    }

    abstract void fill(Composite body);

    /** Takes what the fields hold into the draft. */
    abstract void take();

    /** The person did something: the draft follows, and with it what is lacking. */
    final void changed() {
        touched = true;
        look();
    }

    private void look() {
        take();
        Optional<Lack> now = lack.get();
        setPageComplete(now.isEmpty());
        setErrorMessage(
                touched && now.isPresent() ? TEXTS.of("lack." + now.get().name().toLowerCase(Locale.ROOT)) : null);
    }

    /** Shown with what earlier pages have decided. */
    void enter() {}

    @Override
    public final void setVisible(boolean visible) {
        if (visible) {
            enter();
            look();
        }
        super.setVisible(visible);
        if (visible) {
            // its first field; the buttons of the wizard had it before
            getControl().setFocus();
        }
    }

    static Label label(Composite parent, String key) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(TEXTS.of(key));
        return label;
    }

    /** A sentence over both columns. */
    static Label sentence(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    /** Gives a field what tests and screen readers know it by. */
    static <C extends Control> C named(C control, String key) {
        control.setData("id", "newBatch." + key);
        Names.give(control, TEXTS.of(key).replace("&", ""));
        return control;
    }
}
