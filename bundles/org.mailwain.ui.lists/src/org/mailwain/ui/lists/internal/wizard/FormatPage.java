package org.mailwain.ui.lists.internal.wizard;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.lists.ListImport;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** How the file is written, as far as looking tells, with its first rows as they come out. */
final class FormatPage extends WizardPage {
    private static final Texts TEXTS = NewListWizard.TEXTS;
    private static final int PREVIEW = 20;
    private static final int COLUMN = 150;

    private final ImportWizard wizard;
    private Combo charset;
    private Combo delimiter;
    private Button headed;
    private Table table;

    FormatPage(ImportWizard wizard) {
        super("format", TEXTS.of("format.title"), null);
        this.wizard = wizard;
        setDescription(TEXTS.of("format.text"));
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(4)
                .margins(10, 10)
                .spacing(10, 8)
                .applyTo(body);
        delimiter = combo(body, "format.delimiter");
        for (char each : ListImport.DELIMITERS.toCharArray()) {
            delimiter.add(TEXTS.of("delimiter." + (int) each));
        }
        delimiter.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            wizard.list().delimiter(ListImport.DELIMITERS.charAt(delimiter.getSelectionIndex()));
            show();
        }));
        charset = combo(body, "format.charset");
        charset.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> charset()));
        headed = named(new Button(body, SWT.CHECK), "format.headed");
        headed.setText(TEXTS.of("format.headed"));
        GridDataFactory.fillDefaults().span(4, 1).applyTo(headed);
        headed.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            wizard.list().headed(headed.getSelection());
            show();
        }));
        table = named(new Table(body, SWT.BORDER | SWT.FULL_SELECTION), "format.preview");
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GridDataFactory.fillDefaults()
                .span(4, 1)
                .grab(true, true)
                .hint(560, 220)
                .applyTo(table);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.list");
        setControl(body);
    }

    private static Combo combo(Composite body, String key) {
        Label label = new Label(body, SWT.NONE);
        label.setText(TEXTS.of(key));
        return named(new Combo(body, SWT.READ_ONLY), key);
    }

    private static <C extends Control> C named(C control, String key) {
        control.setData("id", key);
        Names.give(control, TEXTS.of(key).replaceAll("[&:]", ""));
        return control;
    }

    private void charset() {
        String wanted = charset.getText();
        setErrorMessage(wizard.list().charset(wanted) ? null : TEXTS.of("format.unfit", wanted));
        show();
    }

    private void show() {
        ListImport list = wizard.list();
        Set<String> offered = new LinkedHashSet<>(List.of(list.charset()));
        ListImport.CHARSETS.stream().filter(Charset::isSupported).forEach(offered::add);
        charset.setItems(offered.toArray(String[]::new));
        charset.select(0);
        delimiter.select(ListImport.DELIMITERS.indexOf(list.delimiter()));
        headed.setSelection(list.isHeaded());
        table.setRedraw(false);
        table.removeAll();
        for (TableColumn old : table.getColumns()) {
            old.dispose();
        }
        for (String heading : list.headings()) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(heading);
            column.setWidth(COLUMN);
        }
        list.preview(PREVIEW).forEach(row -> new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new)));
        table.setRedraw(true);
        setMessage(TEXTS.of("format.rows", list.rows()));
        getContainer().updateButtons();
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            show();
        }
        super.setVisible(visible);
    }
}
