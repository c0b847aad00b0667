package org.mailwain.ui.lists.internal.wizard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.lists.ListImport;
import org.mailwain.project.mailboxes.MailboxColumn;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** Which column of the file is which of ours. */
final class MeaningPage extends WizardPage {
    private static final Texts TEXTS = NewListWizard.TEXTS;
    /** What a list most often has; what else the file calls by our names is taken over too. */
    private static final List<MailboxColumn> ASKED = List.of(
            MailboxColumn.EMAIL_ADDRESS,
            MailboxColumn.USER_NAME,
            MailboxColumn.PASSWORD,
            MailboxColumn.USER_ROOT,
            MailboxColumn.TARGET_USER_NAME,
            MailboxColumn.TARGET_PASSWORD,
            MailboxColumn.FIRST_NAME,
            MailboxColumn.LAST_NAME,
            MailboxColumn.DISPLAY_NAME);

    private final ImportWizard wizard;
    private final Map<MailboxColumn, Combo> combos = new EnumMap<>(MailboxColumn.class);

    MeaningPage(ImportWizard wizard) {
        super("meaning", TEXTS.of("meaning.title"), null);
        this.wizard = wizard;
        setDescription(TEXTS.of("meaning.text"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(3)
                .margins(10, 10)
                .spacing(10, 6)
                .applyTo(body);
        for (MailboxColumn ours : ASKED) {
            new Label(body, SWT.NONE).setText(ours.heading());
            Combo combo = new Combo(body, SWT.READ_ONLY);
            combo.setData("id", "meaning." + ours.heading());
            Names.give(combo, ours.heading());
            GridDataFactory.fillDefaults().hint(200, SWT.DEFAULT).applyTo(combo);
            combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                wizard.list().column(ours, combo.getSelectionIndex() - 1);
                look();
            }));
            combos.put(ours, combo);
            Label help = new Label(body, SWT.WRAP);
            help.setText(TEXTS.of("meaning." + ours.heading()));
            GridDataFactory.fillDefaults()
                    .align(SWT.FILL, SWT.CENTER)
                    .grab(true, false)
                    .hint(260, SWT.DEFAULT)
                    .applyTo(help);
        }
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.list");
        setControl(body);
    }

    private void look() {
        boolean complete = wizard.list() != null && wizard.list().isComplete();
        setPageComplete(complete);
        setErrorMessage(complete ? null : TEXTS.of("meaning.lack"));
    }

    private void show(ListImport list) {
        List<String> offered = new ArrayList<>(List.of(TEXTS.of("meaning.none")));
        offered.addAll(list.headings());
        combos.forEach((ours, combo) -> {
            combo.setItems(offered.toArray(String[]::new));
            combo.select(list.column(ours) + 1);
        });
        look();
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            show(wizard.list());
        }
        super.setVisible(visible);
    }
}
