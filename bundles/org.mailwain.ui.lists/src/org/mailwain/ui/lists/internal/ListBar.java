package org.mailwain.ui.lists.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.mailwain.ui.editors.Names;

/** Filter, find and replace, and the commands that people look for first. */
final class ListBar {
    private static final int FIELD_WIDTH = 130;

    private final GridPage page;
    private final Composite line;
    private final Text filter;
    private final Text find;
    private final Text replace;

    ListBar(Composite parent, GridPage page) {
        this.page = page;
        line = new Composite(parent, SWT.NONE);
        // beside another editor there is no place for all in one line
        RowLayoutFactory.swtDefaults()
                .wrap(true)
                .center(true)
                .margins(6, 4)
                .spacing(6)
                .applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        filter = field("filter", SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.addModifyListener(event -> page.filter(filter.getText()));
        find = field("find", SWT.SEARCH);
        find.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> next()));
        button("find.next", this::next);
        replace = field("replace", SWT.SEARCH);
        button("replace.one", () -> page.replace(find.getText(), replace.getText()));
        button("replace.all", () -> page.replaceAll(find.getText(), replace.getText()));
        button("test.rows", () -> page.actions().test());
        button("match", () -> page.actions().match());
    }

    private Text field(String key, int style) {
        Text text = new Text(line, SWT.BORDER | SWT.SINGLE | style);
        text.setMessage(GridPage.TEXTS.of(key));
        text.setData("id", "list." + key);
        Names.give(text, GridPage.TEXTS.of(key));
        text.setLayoutData(new RowData(FIELD_WIDTH, SWT.DEFAULT));
        return text;
    }

    private void button(String key, Runnable work) {
        Button button = new Button(line, SWT.PUSH);
        button.setText(GridPage.TEXTS.of(key));
        button.setData("id", "list." + key);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
    }

    private void next() {
        if (!page.find(find.getText())) {
            line.getDisplay().beep();
        }
    }

    void clearFilter() {
        filter.setText("");
    }

    void focusFind() {
        find.setFocus();
        find.selectAll();
    }
}
