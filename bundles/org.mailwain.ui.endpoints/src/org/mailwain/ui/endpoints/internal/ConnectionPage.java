package org.mailwain.ui.endpoints.internal;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.mailwain.presenters.endpoints.EndpointForm;
import org.mailwain.project.yaml.YamlValue;
import org.mailwain.ui.editors.Names;

/** Where the server is and how it is reached; beside it the test of the connection. */
final class ConnectionPage extends EndpointPage {
    static final String ID = "connection";

    private static final int LEFT_WIDTH = 420;

    private Combo kind;
    private SettingsFields usual;
    private SettingsFields advanced;
    private TestSection test;

    ConnectionPage(EndpointEditor editor, EndpointForm form) {
        super(editor, form, ID, "connection");
    }

    @Override
    void fill(FormToolkit toolkit, Composite body) {
        ((GridLayout) body.getLayout()).numColumns = 2;
        Composite left = column(toolkit, body, LEFT_WIDTH);
        Composite right = column(toolkit, body, LEFT_WIDTH);
        Composite server = section(toolkit, left, "server", ExpandableComposite.EXPANDED);
        Composite fields = grid(toolkit, server);
        toolkit.createLabel(fields, TEXTS.of("label", TEXTS.of("kind")));
        kind = new Combo(fields, SWT.READ_ONLY);
        toolkit.adapt(kind, true, true);
        kind.setItems(form().kinds().toArray(String[]::new));
        kind.setData("id", "field.kind");
        Names.give(kind, TEXTS.of("kind"));
        GridDataFactory.swtDefaults().indent(4, 0).hint(160, SWT.DEFAULT).applyTo(kind);
        kind.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> editor().set(EndpointForm.KIND, Optional.of(YamlValue.literal(kind.getText())))));
        usual = new SettingsFields(editor(), toolkit, fields, form()::connection, this::reflow);
        Button find = toolkit.createButton(server, TEXTS.of("find"), SWT.PUSH);
        find.setData("id", "endpoint.find");
        GridDataFactory.swtDefaults().span(2, 1).applyTo(find);
        find.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> new FindDialog(editor()).open()));
        Composite more = section(toolkit, left, "advanced", ExpandableComposite.TWISTIE);
        advanced = new SettingsFields(editor(), toolkit, more, form()::advanced, this::reflow);
        test = new TestSection(
                editor(), toolkit, section(toolkit, right, "test", ExpandableComposite.EXPANDED | Section.DESCRIPTION));
    }

    private static Composite column(FormToolkit toolkit, Composite body, int width) {
        Composite column = toolkit.createComposite(body);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        column.setLayout(layout);
        GridData data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        data.widthHint = width;
        column.setLayoutData(data);
        return column;
    }

    /** A grid in the grid, whose fields come and go without those around it. */
    private static Composite grid(FormToolkit toolkit, Composite parent) {
        Composite grid = toolkit.createComposite(parent);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 10;
        layout.verticalSpacing = 8;
        grid.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(grid);
        return grid;
    }

    @Override
    void refresh() {
        String now = editor().editing().value(EndpointForm.KIND).orElse("");
        if (!kind.getText().equals(now)) {
            kind.select(kind.indexOf(now));
        }
        usual.refresh();
        advanced.refresh();
        test.refresh();
    }

    void test() {
        test.start();
    }
}
