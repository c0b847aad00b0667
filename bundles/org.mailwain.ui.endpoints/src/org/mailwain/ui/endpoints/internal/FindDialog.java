package org.mailwain.ui.endpoints.internal;

import java.util.List;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.mailwain.presenters.endpoints.FoundServer;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Finds the servers of an address and takes one over into the endpoint. */
final class FindDialog extends TitleAreaDialog {
    private static final int[] WIDTHS = {60, 220, 70, 90, 190};

    private static final int WIDTH = 480;

    private final EndpointContext endpoint;
    private Text address;
    private Button search;
    private Table table;
    private Job job;

    FindDialog(EndpointContext endpoint) {
        super(endpoint.shell());
        this.endpoint = endpoint;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(EndpointPage.TEXTS.of("find.title"));
    }

    /** Wide enough for sentences of two lines, which is as much as the head shows. */
    @Override
    protected Point getInitialSize() {
        Point size = super.getInitialSize();
        return new Point(Math.max(size.x, convertHorizontalDLUsToPixels(WIDTH)), size.y);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(EndpointPage.TEXTS.of("find.title"));
        setMessage(EndpointPage.TEXTS.of("find.text"));
        Composite body = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        new Label(body, SWT.NONE).setText(EndpointPage.TEXTS.of("label", EndpointPage.TEXTS.of("find.address")));
        address = new Text(body, SWT.BORDER);
        address.setData("id", "find.address");
        address.setMessage("kim@example.org");
        Names.give(address, EndpointPage.TEXTS.of("find.address"));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(address);
        search = new Button(body, SWT.PUSH);
        search.setText(EndpointPage.TEXTS.of("find.search"));
        search.setData("id", "find.search");
        search.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> search()));
        search.getShell().setDefaultButton(search);
        table = new Table(body, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("id", "find.table");
        table.setHeaderVisible(true);
        Names.give(table, EndpointPage.TEXTS.of("find.found"));
        String[] keys = {"kind", "find.host", "find.port", "find.security", "find.answers"};
        for (int i = 0; i < keys.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(EndpointPage.TEXTS.of(keys[i]));
            column.setWidth(WIDTHS[i]);
        }
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, true)
                .hint(SWT.DEFAULT, 160)
                .applyTo(table);
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> enable()));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, EndpointPage.TEXTS.of("find.take"), false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        getButton(IDialogConstants.OK_ID).setData("id", "find.take");
        enable();
    }

    private void enable() {
        getButton(IDialogConstants.OK_ID).setEnabled(table.getSelectionCount() == 1);
    }

    private void search() {
        String wanted = address.getText().strip();
        setErrorMessage(null);
        setMessage(EndpointPage.TEXTS.of("find.searching", wanted));
        search.setEnabled(false);
        job = new Background(table.getDisplay())
                .start(
                        EndpointPage.TEXTS.of("find.searching", wanted),
                        context -> FoundServer.find(endpoint.space().services(), wanted, context.cancel()),
                        this::found);
    }

    private void found(Result<List<FoundServer>> result) {
        if (table.isDisposed()) {
            return;
        }
        search.setEnabled(true);
        setMessage(EndpointPage.TEXTS.of("find.text"));
        table.removeAll();
        switch (result) {
            case Result.Done<List<FoundServer>>(List<FoundServer> servers) -> {
                servers.forEach(this::add);
                table.setSelection(0);
                table.setFocus();
            }
            case Result.Failed<List<FoundServer>>(var failure) ->
                setErrorMessage(endpoint.space().sentence(failure));
            case Result.Cancelled<List<FoundServer>> cancelled -> {}
        }
        enable();
    }

    private void add(FoundServer server) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setData(server);
        item.setText(new String[] {
            server.kind(),
            server.host(),
            String.valueOf(server.port()),
            server.security(),
            EndpointPage.TEXTS.of("find.state." + server.state())
        });
    }

    @Override
    protected void okPressed() {
        FoundServer server = (FoundServer) table.getSelection()[0].getData();
        server.settings().forEach(endpoint::set);
        super.okPressed();
    }

    @Override
    public boolean close() {
        if (job != null) {
            job.cancel();
        }
        return super.close();
    }
}
