package org.mailwain.ui.reports.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorPart;
import org.mailwain.presenters.reports.OpenReport;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Undo;

/** A report: its tree at the left; sheets, items, causes and charts of what is selected there at the right. */
public final class ReportEditor extends EditorPart {
    /** As in plugin.xml. */
    public static final String ID = "org.mailwain.ui.reports.editor";

    private static final Texts TEXTS = Texts.beside(ReportEditor.class);

    private OpenReport report;
    private Workspace workspace;
    private ReportTree tree;
    private SheetTables sheets;
    private ItemsPart items;
    private CauseTable causes;
    private ChartsPart charts;
    private CTabFolder tabs;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        report = ((ReportInput) input).report();
        workspace = site.getService(Workspace.class);
        setPartName(TEXTS.of("part", input.getName()));
        setTitleToolTip(input.getToolTipText());
    }

    OpenReport report() {
        return report;
    }

    Workspace workspace() {
        return workspace;
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(6, 8).applyTo(whole);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(whole, "org.mailwain.ui.help.report");
        new ReportHead(this, whole);
        SashForm halves = new SashForm(whole, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        tree = new ReportTree(this, halves);
        tabs = new CTabFolder(halves, SWT.BORDER | SWT.TOP);
        tabs.setData("id", "report.tabs");
        sheets = new SheetTables(this, tabs);
        tab("sheets", sheets.control());
        items = new ItemsPart(this, tabs);
        tab("items", items.control());
        causes = new CauseTable(this, tabs);
        tab("causes", causes.control());
        charts = new ChartsPart(this, tabs);
        tab("charts", charts.control());
        tabs.setSelection(0);
        tabs.addListener(SWT.Selection, event -> chosen());
        halves.setWeights(34, 66);
        tree.onSelect(this::show);
        Undo.handle(getEditorSite(), ActionFactory.PRINT, () -> new ReportPrint(this).print());
        show(Place.BATCH);
    }

    private void tab(String key, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(TEXTS.of("tab." + key));
        item.setControl(control);
        item.setData("id", "report.tab." + key);
    }

    /** Charts are made when they are looked at, since they read much. */
    private void chosen() {
        if (tabs.getSelectionIndex() == tabs.getItemCount() - 1) {
            charts.show();
        }
    }

    private void show(Place place) {
        sheets.show(place);
        items.show(place);
        causes.show(place);
        charts.become(place);
        chosen();
    }

    @Override
    public void setFocus() {
        tree.focus();
    }

    @Override
    public void dispose() {
        if (items != null) {
            items.close();
        }
        super.dispose();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // Nothing here is ever dirty.
    }

    @Override
    public void doSaveAs() {
        // Not allowed; a report is handed on as it was written.
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
