package org.mailwain.ui.endpoints.internal;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PartInitException;
import org.mailwain.presenters.endpoints.EndpointForm;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.project.EndpointFile;
import org.mailwain.project.ProjectFolder;
import org.mailwain.ui.editors.YamlEditor;

/** An endpoint: where it is, how to sign in there, what it bears; made from its provider's settings. */
public final class EndpointEditor extends YamlEditor implements EndpointContext {
    private EndpointForm form;
    private ConnectionPage connection;

    @Override
    protected void addFormPages() throws PartInitException {
        form = new EndpointForm(editing(), workspace().services().catalog());
        connection = new ConnectionPage(this, form);
        addPage(connection);
        addPage(new SignInPage(this, form));
        addPage(new LimitsPage(this, form));
    }

    @Override
    public String name() {
        String file = file();
        return file.substring(0, file.length() - EndpointFile.SUFFIX.length());
    }

    @Override
    public Workspace space() {
        return workspace();
    }

    @Override
    public ProjectFolder files() {
        return project().contents();
    }

    @Override
    public Shell shell() {
        return getSite().getShell();
    }

    /** Shows the connection page and tests there. */
    void test() {
        setActivePage(ConnectionPage.ID);
        connection.test();
    }
}
