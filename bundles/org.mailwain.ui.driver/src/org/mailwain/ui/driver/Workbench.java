package org.mailwain.ui.driver;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.handlers.IHandlerService;

/** What the workbench itself offers a person at the window: its commands, editors and views. */
public final class Workbench {
    private final Driver driver;

    Workbench(Driver driver) {
        this.driver = driver;
    }

    /** Waits for a command to be there for the person. */
    public void waitForEnabled(String id) {
        driver.waitFor(
                id + " is enabled",
                () -> PlatformUI.getWorkbench()
                        .getService(ICommandService.class)
                        .getCommand(id)
                        .isEnabled());
    }

    /** Runs a command, as a key or a menu does, once it is enabled. */
    public void command(String id, Map<String, String> parameters) {
        waitForEnabled(id);
        driver.act(() -> {
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
            try {
                handlers.executeCommand(
                        ParameterizedCommand.generateCommand(commands.getCommand(id), parameters), null);
            } catch (org.eclipse.core.commands.common.CommandException e) {
                throw new IllegalStateException(id, e);
            }
        });
    }

    public void command(String id) {
        command(id, Map.of());
    }

    /** Opens a file of the project in its editor, and waits for it. */
    public void openFile(String name) {
        Path file = driver.project().resolve(name);
        command("org.mailwain.ui.openFile", Map.of("path", file.toString()));
        driver.waitFor(name + " is open", () -> {
            IEditorPart editor = page().getActiveEditor();
            return editor != null && editor.getEditorInput().getName().equals(name);
        });
    }

    /** Waits for an editor in front by its title. */
    public void waitForEditor(String title) {
        driver.waitFor("the editor " + title, () -> {
            IEditorPart editor = page().getActiveEditor();
            return editor != null && editor.getTitle().equals(title);
        });
    }

    /** Runs a command that opens an editor, and waits for that. Its title may be that of another. */
    public void commandThatOpens(String id, Map<String, String> parameters) {
        IEditorPart before = driver.ask(() -> page().getActiveEditor());
        command(id, parameters);
        driver.waitFor("another editor", () -> {
            IEditorPart editor = page().getActiveEditor();
            return editor != null && editor != before;
        });
    }

    /** Shows a view. */
    public void show(String view) {
        driver.act(() -> {
            try {
                page().showView(view);
            } catch (org.eclipse.ui.PartInitException e) {
                throw new IllegalStateException(view, e);
            }
        });
    }

    /** Turns the form editor in front to a page by its id. */
    public void formPage(String id) {
        driver.act(() -> ((FormEditor) page().getActiveEditor()).setActivePage(id));
    }

    /** Turns the editor in front to a page by the text of its tab. */
    public void page(String tab) {
        driver.waitFor("a tab " + tab, () -> {
            boolean found = false;
            for (Widget widget : Widgets.all(driver.display())) {
                if (widget instanceof CTabFolder folder && folder.isVisible()) {
                    for (CTabItem item : folder.getItems()) {
                        if (item.getText().equals(tab)) {
                            folder.setSelection(item);
                            Event event = new Event();
                            event.item = item;
                            Driver.send(folder, SWT.Selection, event);
                            found = true;
                        }
                    }
                }
            }
            return found;
        });
    }

    /** Moves the editor in front to the right of the others, as a person does who wants to see both. */
    public void putBeside() {
        driver.act(() -> {
            IEditorPart editor = page().getActiveEditor();
            IWorkbenchPartSite site = editor.getSite();
            EModelService models = site.getService(EModelService.class);
            MPart part = site.getService(MPart.class);
            MPartStack others = (MPartStack) (MUIElement) part.getParent();
            MPartStack stack = models.createModelElement(MPartStack.class);
            stack.getTags().addAll(others.getTags());
            stack.getChildren().add(part);
            stack.setSelectedElement(part);
            models.insert(stack, others, EModelService.RIGHT_OF, 0.5f);
            page().activate(editor);
        });
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}
