package org.mailwain.ui.endpoints.internal;

import org.eclipse.ui.PartInitException;
import org.mailwain.presenters.endpoints.EndpointForm;
import org.mailwain.ui.editors.YamlEditor;

/** An endpoint: where it is, how to sign in there, what it bears; made from its provider's settings. */
public final class EndpointEditor extends YamlEditor {
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

    /** The endpoint's name: that of the file without its ending. */
    String name() {
        String file = file();
        return file.substring(0, file.length() - org.mailwain.project.EndpointFile.SUFFIX.length());
    }

    /** Shows the connection page and tests there. */
    void test() {
        setActivePage(ConnectionPage.ID);
        connection.test();
    }
}
