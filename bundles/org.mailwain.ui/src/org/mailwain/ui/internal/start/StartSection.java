package org.mailwain.ui.internal.start;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.mailwain.ui.Icons;

/** A part of the start page: links, each with a sentence below it. UI thread. */
final class StartSection {
    private static final int INDENT = 20;
    private static final int SPACE = 6;

    private final FormToolkit toolkit;
    private final Icons icons;
    private final Composite body;

    /** @param title null where it has none */
    StartSection(FormToolkit toolkit, Icons icons, Composite parent, String title) {
        this.toolkit = toolkit;
        this.icons = icons;
        if (title == null) {
            body = toolkit.createComposite(parent);
        } else {
            Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR);
            section.setText(title);
            body = toolkit.createComposite(section);
            section.setClient(body);
            section.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        }
        TableWrapLayout layout = new TableWrapLayout();
        layout.leftMargin = 0;
        layout.verticalSpacing = SPACE;
        body.setLayout(layout);
    }

    /** Over both columns of the page. */
    void across() {
        body.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP, 1, 2));
    }

    /** @param icon as {@link Icons#of(String)} takes it */
    ImageHyperlink link(String icon, String id, String text, Runnable action) {
        ImageHyperlink link = toolkit.createImageHyperlink(body, SWT.NONE);
        link.setImage(icons.of(icon));
        link.setText(text);
        link.setData("id", id);
        // Later, since the action fills the page anew and the link is gone then.
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                event -> link.getDisplay().asyncExec(action)));
        return link;
    }

    void heading(String text) {
        TableWrapData space = new TableWrapData();
        space.heightHint = SPACE;
        toolkit.createLabel(body, "").setLayoutData(space);
        text("<b>" + text + "</b>", 0);
    }

    /** @param text with the marks of {@link FormText} */
    void paragraph(String text) {
        text(text, INDENT);
    }

    private void text(String text, int indent) {
        FormText paragraph = toolkit.createFormText(body, false);
        paragraph.setText("<form><p>" + text + "</p></form>", true, false);
        TableWrapData data = new TableWrapData(TableWrapData.FILL_GRAB);
        data.indent = indent;
        paragraph.setLayoutData(data);
    }
}
