package org.mailwain.ui.help.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.part.ViewPart;

/** Shows a help page; its links lead to the others. */
public final class HelpView extends ViewPart {
    static final String ID = "org.mailwain.ui.help.help";

    private static final int MARGIN = 12;

    private FormToolkit toolkit;
    private ScrolledForm form;
    private FormText text;

    static void show(IWorkbenchPage page, String topic) {
        try {
            ((HelpView) page.showView(ID)).show(topic);
        } catch (PartInitException e) {
            org.eclipse.core.runtime.ILog.of(HelpView.class).error(topic, e);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        TableWrapLayout layout = new TableWrapLayout();
        layout.leftMargin = MARGIN;
        layout.rightMargin = MARGIN;
        form.getBody().setLayout(layout);
        text = toolkit.createFormText(form.getBody(), true);
        text.setData("id", "help.text");
        text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, SWT.TOP));
        text.addHyperlinkListener(
                IHyperlinkListener.linkActivatedAdapter(event -> show(String.valueOf(event.getHref()))));
        show(Topics.START);
    }

    void show(String topic) {
        text.setText(Topics.of(topic), true, false);
        form.setOrigin(0, 0);
        form.reflow(true);
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
